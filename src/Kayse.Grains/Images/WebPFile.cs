using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Kayse.Grains.Images;

/// <summary>WebP (RFC 9649): a RIFF file of chunks.</summary>
internal static class WebPFile
{
    private const int Header = 12;
    private const int Frame = 8;
    private const int CanvasLength = 10;

    // EXIF and XMP of the flags in VP8X.
    private const byte Notes = 0x0C;

    public static bool IsOne(ReadOnlySpan<byte> file) => file.Length >= Header && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>Null when it is damaged, or moves. What follows the end is dropped.</summary>
    public static StillImage? Clean(ReadOnlySpan<byte> file)
    {
        var declared = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (declared < 4 || declared > file.Length - Frame)
            return null;
        var clean = new ArrayBufferWriter<byte>(file.Length);
        clean.Write(file[..Header]);
        var (width, height, hasPixels) = (0, 0, false);
        for (var rest = file[Header..(Frame + (int)declared)]; rest.Length > 0;)
        {
            if (rest.Length < Frame || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is var length && length > rest.Length - Frame)
                return null;
            var type = Encoding.ASCII.GetString(rest[..4]);
            var content = rest.Slice(Frame, (int)length);
            if (type is "ANIM" or "ANMF" || (type is "VP8 " or "VP8L" && hasPixels))
                return null;
            if (type is "VP8X" or "VP8 " or "VP8L")
            {
                if (SizeOf(type, content) is not { } size)
                    return null;
                (width, height, hasPixels) = (Math.Max(width, size.Width), Math.Max(height, size.Height), type is not "VP8X");
            }

            Keep(clean, type, content);
            rest = rest[Math.Min(rest.Length, Frame + content.Length + (content.Length & 1))..];
        }

        return hasPixels ? new StillImage("webp", width, height, WithLength(clean)) : null;
    }

    private static (int Width, int Height)? SizeOf(string type, ReadOnlySpan<byte> content) => type switch
    {
        "VP8X" when content.Length == CanvasLength => (1 + Three(content[4..]), 1 + Three(content[7..])),
        "VP8 " when content.Length >= 10 && content[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            => (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF),
        "VP8L" when content.Length >= 5 && content[0] == 0x2F && BinaryPrimitives.ReadUInt32LittleEndian(content[1..]) is var bits
            => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF)),
        _ => null,
    };

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static void Keep(ArrayBufferWriter<byte> clean, string type, ReadOnlySpan<byte> content)
    {
        if (type is not ("VP8X" or "VP8 " or "VP8L" or "ALPH" or "ICCP"))
            return;
        Span<byte> frame = stackalloc byte[Frame];
        Encoding.ASCII.GetBytes(type, frame);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], content.Length);
        clean.Write(frame);
        if (type is "VP8X")
        {
            clean.Write((ReadOnlySpan<byte>)[(byte)(content[0] & ~Notes)]);
            content = content[1..];
        }

        clean.Write(content);
        if ((clean.WrittenCount & 1) == 1)
            clean.Write((ReadOnlySpan<byte>)[0]);
    }

    private static byte[] WithLength(ArrayBufferWriter<byte> clean)
    {
        var file = clean.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - Frame);
        return file;
    }
}
