using System.Buffers.Binary;
using System.Text;

namespace Kayse.Testing;

/// <summary>Pictures in their forms, with pixels that are none; and with things beside them that nobody should learn.</summary>
internal static class Pictures
{
    /// <summary>What must not be in a picture that is kept.</summary>
    public const string Secret = "51.5007N 0.1246W";

    public static byte[] Png(int width = 3, int height = 2, bool withSecrets = false) =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8,
        .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
        .. Chunk("gAMA", [0, 0, 1, 2]),
        .. withSecrets ? Chunk("tEXt", Told) : [],
        .. withSecrets ? Chunk("eXIf", Told) : [],
        .. Chunk("IDAT", [1, 2, 3]),
        .. withSecrets ? Chunk("prVt", Told) : [],
        .. Chunk("IEND", []),
        .. withSecrets ? Told : [],
    ];

    public static byte[] Jpeg(int width = 3, int height = 2, bool withSecrets = false, byte orientation = 1) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. orientation > 1 || withSecrets ? Segment(0xE1, Exif(orientation)) : [],
        .. withSecrets ? Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Told]) : [],
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1]),
        .. withSecrets ? Segment(0xE2, [.. "MPF\0"u8, .. Told]) : [],
        .. withSecrets ? Segment(0xED, Told) : [],
        .. withSecrets ? Segment(0xFE, Told) : [],
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 0, 0]), 1, 0xFF, 0x00, 2, 0xFF, 0xD0, 3,
        .. Segment(0xC4, new byte[17]),
        .. withSecrets ? (byte[])[0xFF] : [], .. Segment(0xDA, [1, 1, 0, 1, 5, 0]), 4, 5,
        0xFF, 0xD9,
        .. withSecrets ? Told : [],
    ];

    public static byte[] WebP(int width = 3, int height = 2, bool withSecrets = false)
    {
        byte[] chunks =
        [
            .. RiffChunk("VP8X", [(byte)(withSecrets ? 0x2C : 0x20), 0, 0, 0, .. LittleEndian(width - 1)[..3], .. LittleEndian(height - 1)[..3]]),
            .. RiffChunk("ICCP", [1, 2, 3]),
            .. RiffChunk("VP8L", [0x2F, .. LittleEndian((width - 1) | ((height - 1) << 14))]),
            .. withSecrets ? RiffChunk("EXIF", Told) : [],
            .. withSecrets ? RiffChunk("XMP ", Told) : [],
        ];
        return [.. "RIFF"u8, .. LittleEndian(chunks.Length + 4), .. "WEBP"u8, .. chunks, .. withSecrets ? Told : []];
    }

    public static byte[] PlainWebP(int width = 3, int height = 2)
    {
        var chunk = RiffChunk("VP8 ", [0x30, 1, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0]);
        return [.. "RIFF"u8, .. LittleEndian(chunk.Length + 4), .. "WEBP"u8, .. chunk];
    }

    public static byte[] MovingWebP()
    {
        byte[] chunks = [.. RiffChunk("VP8X", [2, 0, 0, 0, 2, 0, 0, 1, 0, 0]), .. RiffChunk("ANIM", new byte[6]), .. RiffChunk("ANMF", new byte[24])];
        return [.. "RIFF"u8, .. LittleEndian(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    private static byte[] Told => Encoding.ASCII.GetBytes(Secret);

    private static byte[] Exif(byte orientation) =>
    [
        .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x0F, 0x01, 2, 0, (byte)Secret.Length, 0, 0, 0, 38, 0, 0, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0, 0, 0, 0, .. Told,
    ];

    private static byte[] Chunk(string type, byte[] content) => [.. BigEndian(content.Length), .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] RiffChunk(string type, byte[] content)
        => [.. Encoding.ASCII.GetBytes(type), .. LittleEndian(content.Length), .. content, .. new byte[content.Length & 1]];

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
