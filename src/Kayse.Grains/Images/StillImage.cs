using Kayse.Grains.Errors;

namespace Kayse.Grains.Images;

/// <summary>A picture as it is kept: what one sees, without what cameras and programs note beside it, such as where it was taken.</summary>
/// <param name="Extension">Of its kind, as a file name has it: <c>png</c>, <c>jpg</c>, <c>webp</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Content">The file.</param>
internal sealed record StillImage(string Extension, int Width, int Height, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads a file that somebody sent. Its kind is taken from its bytes; its pixels are not looked at. Refuses what <see cref="ImageErrors"/> say.</summary>
    public static StillImage Read(ReadOnlySpan<byte> file, int maxLength, int maxSide)
    {
        if (file.Length > maxLength)
            throw new RefusedException(ImageErrors.TooLarge);
        var image = PngFile.IsOne(file) ? PngFile.Clean(file)
            : JpegFile.IsOne(file) ? JpegFile.Clean(file)
            : WebPFile.IsOne(file) ? WebPFile.Clean(file)
            : throw new RefusedException(ImageErrors.Unsupported);
        if (image is null)
            throw new RefusedException(ImageErrors.Invalid);
        if (image.Width < 1 || image.Height < 1 || image.Width > maxSide || image.Height > maxSide)
            throw new RefusedException(ImageErrors.Dimensions(maxSide));
        return image;
    }
}
