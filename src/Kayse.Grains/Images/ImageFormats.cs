namespace Kayse.Grains.Images;

/// <summary>The kinds of file that are taken, by how they begin.</summary>
internal static class ImageFormats
{
    private const int RiffHeader = 12;

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether it begins as one of them. Whether it is one shows when it is decoded.</summary>
    public static bool Knows(ReadOnlySpan<byte> file) =>
        IsPngOrJpeg(file)
        || file.StartsWith("GIF87a"u8)
        || file.StartsWith("GIF89a"u8)
        || (file.Length >= RiffHeader && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8));

    /// <summary>Whether it begins as a PNG or JPEG file.</summary>
    public static bool IsPngOrJpeg(ReadOnlySpan<byte> file) => file.StartsWith(Png) || file is [0xFF, 0xD8, 0xFF, ..];
}
