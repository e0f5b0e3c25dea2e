using System.Buffers;
using System.Buffers.Binary;

namespace Kayse.Grains.Images;

/// <summary>JPEG (ITU-T T.81): segments behind markers, and the pixels of each scan between them.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;

    public static bool IsOne(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    /// <summary>Null when it is damaged. What follows the end is dropped: phones put whole further pictures there.</summary>
    public static StillImage? Clean(ReadOnlySpan<byte> file)
    {
        var clean = new ArrayBufferWriter<byte>(file.Length);
        clean.Write(file[..2]);
        var (width, height, hasPixels) = (0, 0, false);
        for (var rest = file[2..]; TryMarker(ref rest, out var marker);)
        {
            if (marker == End)
            {
                clean.Write((ReadOnlySpan<byte>)[0xFF, End]);
                return hasPixels && width > 0 ? new StillImage("jpg", width, height, clean.WrittenMemory) : null;
            }

            if (!IsSegment(marker) || rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && (length < 2 || length > rest.Length))
                return null;
            var segment = rest[2..length];
            if (IsFrame(marker) && !TrySize(segment, ref width, ref height))
                return null;
            Keep(clean, marker, segment);
            rest = rest[length..];
            if (marker != StartOfScan)
                continue;
            hasPixels = true;
            var scan = ScanLength(rest);
            clean.Write(rest[..scan]);
            rest = rest[scan..];
        }

        return null;
    }

    // Any number of FFs may stand before a marker.
    private static bool TryMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        if (rest is not [0xFF, ..])
            return false;
        rest = rest.TrimStart((byte)0xFF);
        if (rest.IsEmpty)
            return false;
        marker = rest[0];
        rest = rest[1..];
        return true;
    }

    private static bool IsSegment(byte marker) => marker >= 0xC0 && marker is not ((>= 0xD0 and <= 0xD8) or End);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool TrySize(ReadOnlySpan<byte> frame, ref int width, ref int height)
    {
        // One picture has one frame.
        if (frame.Length < 6 || width > 0)
            return false;
        (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return width > 0 && height > 0;
    }

    // Of what applications add, only what the colours need, and of a camera's notes which side is up.
    private static void Keep(ArrayBufferWriter<byte> clean, byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker == 0xE1 && ExifOrientation.Find(segment) is { } orientation)
            Write(clean, marker, ExifOrientation.Segment(orientation));
        var isKept = marker switch
        {
            0xE0 => segment.StartsWith("JFIF\0"u8),
            0xE2 => segment.StartsWith("ICC_PROFILE\0"u8),
            0xEE => segment.StartsWith("Adobe"u8),
            >= 0xE0 => false,
            _ => true,
        };
        if (isKept)
            Write(clean, marker, segment);
    }

    private static void Write(ArrayBufferWriter<byte> clean, byte marker, ReadOnlySpan<byte> segment)
    {
        clean.Write((ReadOnlySpan<byte>)[0xFF, marker, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2)]);
        clean.Write(segment);
    }

    // Up to the first FF that is neither data nor a restart.
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] == 0xFF && rest[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        }

        return rest.Length;
    }
}
