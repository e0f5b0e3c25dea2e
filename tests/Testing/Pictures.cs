using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Kayse.Testing;

/// <summary>
/// Pictures in their forms: red at the top left, green at the top right, blue at the bottom left, white at the bottom
/// right; and with things beside them that nobody should learn.
/// </summary>
internal static class Pictures
{
    /// <summary>What must not be in a picture that is kept.</summary>
    public const string Secret = "51.5007N 0.1246W";

    private const int AfterPngHeader = 33;
    private const int AfterJpegStart = 2;
    private const int AfterRiffHeader = 12;

    private static byte[] Told => Encoding.ASCII.GetBytes(Secret);

    public static byte[] Png(int width = 3, int height = 2, bool withSecrets = false, byte orientation = 1, bool isTransparent = false)
    {
        var file = Encoded(SKEncodedImageFormat.Png, width, height, isTransparent);
        return
        [
            .. file[..AfterPngHeader],
            .. withSecrets ? Chunk("tEXt", [.. "Comment\0"u8, .. Told]) : [],
            .. withSecrets || orientation > 1 ? Chunk("eXIf", Tiff(orientation)) : [],
            .. file[AfterPngHeader..],
            .. withSecrets ? Told : [],
        ];
    }

    /// <summary>A PNG file whose header claims a size that its pixels don't have.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        var header = Png()[16..29];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. Png()[..8], .. Chunk("IHDR", header), .. Png()[AfterPngHeader..]];
    }

    public static byte[] Jpeg(int width = 3, int height = 2, bool withSecrets = false, byte orientation = 1)
    {
        var file = Encoded(SKEncodedImageFormat.Jpeg, width, height);
        return
        [
            .. file[..AfterJpegStart],
            .. orientation > 1 || withSecrets ? Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]) : [],
            .. withSecrets ? Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Told]) : [],
            .. withSecrets ? Segment(0xED, Told) : [],
            .. withSecrets ? Segment(0xFE, Told) : [],
            .. file[AfterJpegStart..],
            .. withSecrets ? Told : [],
        ];
    }

    public static byte[] WebP(int width = 3, int height = 2, bool withSecrets = false, byte orientation = 1)
    {
        var pixels = Encoded(SKEncodedImageFormat.Webp, width, height);
        if (!withSecrets && orientation == 1)
            return pixels;
        byte[] chunks =
        [
            .. RiffChunk("VP8X", [0x0C, 0, 0, 0, .. LittleEndian(width - 1)[..3], .. LittleEndian(height - 1)[..3]]),
            .. pixels[pixels.AsSpan().IndexOf("VP8 "u8)..],
            .. RiffChunk("EXIF", Tiff(orientation)),
            .. withSecrets ? RiffChunk("XMP ", Told) : [],
        ];
        return [.. "RIFF"u8, .. LittleEndian(chunks.Length + 4), .. "WEBP"u8, .. chunks, .. withSecrets ? Told : []];
    }

    /// <summary>Two frames of 2 by 1 pixels: red and green, then blue and white.</summary>
    public static byte[] Gif(bool withSecrets = false) =>
        [
            .. "GIF89a"u8,
            2,
            0,
            1,
            0,
            0x91,
            0,
            0,
            0xFF,
            0,
            0,
            0,
            0xFF,
            0,
            0,
            0,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            .. withSecrets ? (byte[])[0x21, 0xFE, (byte)Told.Length, .. Told, 0] : [],
            .. GifFrame(0, 1),
            .. GifFrame(2, 3),
            0x3B,
            .. withSecrets ? Told : [],
        ];

    private static byte[] Encoded(SKEncodedImageFormat format, int width, int height, bool isTransparent = false)
    {
        using var bitmap = new SKBitmap(
            new SKImageInfo(width, height, SKColorType.Rgba8888, isTransparent ? SKAlphaType.Unpremul : SKAlphaType.Opaque)
        );
        bitmap.Erase(SKColors.White);
        using (var canvas = new SKCanvas(bitmap))
        {
            Paint(canvas, 0, 0, width / 2f, height / 2f, isTransparent ? SKColors.Transparent : SKColors.Red);
            Paint(canvas, width / 2f, 0, width, height / 2f, SKColors.Lime);
            Paint(canvas, 0, height / 2f, width / 2f, height, SKColors.Blue);
        }

        using var encoded = bitmap.Encode(format, 95);
        return encoded.ToArray();
    }

    private static void Paint(SKCanvas canvas, float left, float top, float right, float bottom, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, BlendMode = SKBlendMode.Src };
        canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
    }

    // A code each of 3 bits, the lowest first: clear, two pixels, end.
    private static byte[] GifFrame(int left, int right)
    {
        var codes = 4 | (left << 3) | (right << 6) | (5 << 9);
        return [0x2C, 0, 0, 0, 0, 2, 0, 1, 0, 0, 2, 2, (byte)codes, (byte)(codes >> 8), 0];
    }

    private static byte[] Tiff(byte orientation) =>
        [
            .. "II*\0"u8,
            8,
            0,
            0,
            0,
            2,
            0,
            0x0F,
            0x01,
            2,
            0,
            (byte)Secret.Length,
            0,
            0,
            0,
            38,
            0,
            0,
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            .. Told,
        ];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. BigEndian(content.Length), .. named, .. BigEndian((int)Checksum(named))];
    }

    // CRC-32 of ISO 3309, as PNG has it.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return ~sum;
    }

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] RiffChunk(string type, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(type), .. LittleEndian(content.Length), .. content, .. new byte[content.Length & 1]];

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
