using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Kayse.Grains.Images;

/// <summary>PNG (ISO/IEC 15948): a signature and chunks.</summary>
internal static class PngFile
{
    private const int Frame = 12;
    private const int HeaderLength = 13;

    // What the picture is made of, and how its colours are meant. Texts, times, EXIF and further frames are not among it.
    private static readonly FrozenSet<string> _kept = new[] { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT" }.ToFrozenSet(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Null when it is damaged. What follows the end is dropped.</summary>
    public static StillImage? Clean(ReadOnlySpan<byte> file)
    {
        var clean = new ArrayBufferWriter<byte>(file.Length);
        clean.Write(Signature);
        var (width, height, hasPixels) = (0u, 0u, false);
        for (var rest = file[Signature.Length..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
                return null;
            var type = Encoding.ASCII.GetString(rest.Slice(4, 4));
            var isFirst = clean.WrittenCount == Signature.Length;
            if (isFirst != type is "IHDR" || (isFirst && length != HeaderLength) || (char.IsAsciiLetterUpper(type[0]) && !_kept.Contains(type)))
                return null;
            if (isFirst)
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(rest[8..]), BinaryPrimitives.ReadUInt32BigEndian(rest[12..]));
            if (_kept.Contains(type))
                clean.Write(rest[..(Frame + (int)length)]);
            hasPixels |= type is "IDAT";
            if (type is "IEND")
                return hasPixels && length == 0 ? new StillImage("png", Side(width), Side(height), clean.WrittenMemory) : null;
            rest = rest[(Frame + (int)length)..];
        }

        return null;
    }

    private static int Side(uint pixels) => (int)Math.Min(pixels, int.MaxValue);
}
