using SkiaSharp;

namespace Kayse.Grains.Images;

/// <summary>Turns a picture as the camera held it, and makes it smaller, in one step.</summary>
internal static class UprightImage
{
    private static readonly SKSamplingOptions _sampling = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <param name="stored">The pixels as the file has them.</param>
    /// <param name="origin">Where the file's first pixel belongs.</param>
    /// <param name="maxSide">The longest side of the result; pictures that are smaller keep their size.</param>
    public static SKBitmap Of(SKBitmap stored, SKEncodedOrigin origin, int maxSide)
    {
        var isOnItsSide =
            origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isOnItsSide ? (stored.Height, stored.Width) : (stored.Width, stored.Height);
        var scale = Math.Min(1f, (float)maxSide / Math.Max(width, height));
        var (targetWidth, targetHeight) = (Side(width * scale), Side(height * scale));

        var upright = new SKBitmap(stored.Info.WithSize(targetWidth, targetHeight));
        using var canvas = new SKCanvas(upright);
        using var image = SKImage.FromBitmap(stored);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)targetWidth / width, (float)targetHeight / height);
        canvas.Concat(Turn(origin, stored.Width, stored.Height));
        canvas.DrawImage(image, 0, 0, _sampling);
        return upright;
    }

    // A line of pixels stays one.
    private static int Side(float pixels) => Math.Max(1, (int)MathF.Round(pixels));

    /// <summary>
    /// From the file's pixels to the upright picture's (EXIF 2.3, tag 0x0112), whose sides are swapped from the fifth
    /// case on.
    /// </summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
