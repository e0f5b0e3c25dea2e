using Kayse.Grains.Errors;
using SkiaSharp;

namespace Kayse.Grains.Images;

/// <summary>
/// A picture as it is kept: upright, small, and made anew from its pixels, so that nothing else of the file is in it.
/// </summary>
/// <param name="Extension">Of its kind, as a file name has it: <c>jpg</c>, or <c>png</c> where something shines
/// through.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Content">The file.</param>
internal sealed record StillImage(string Extension, int Width, int Height, ReadOnlyMemory<byte> Content)
{
    private static readonly ImageForm _photo = new(MaxSide: 512, IsLossless: false);

    // Pixels take 64 MiB at most while they are decoded.
    private static readonly SemaphoreSlim _decoding = new(2);

    /// <summary>
    /// Reads a file that somebody sent. Its kind is taken from its bytes; of one that moves the first frame counts.
    /// Refuses what <see cref="ImageErrors"/> say.
    /// </summary>
    /// <param name="file">PNG, JPEG, WebP or GIF.</param>
    /// <param name="maxLength">In bytes.</param>
    /// <param name="maxSide">In pixels, of the file.</param>
    /// <param name="form">How it is kept; null: as photos are.</param>
    public static async Task<StillImage> ReadAsync(byte[] file, int maxLength, int maxSide, ImageForm? form = null)
    {
        if (file.Length > maxLength)
            throw new RefusedException(ImageErrors.TooLarge);
        await _decoding.WaitAsync();
        try
        {
            return await Task.Run(() => Read(file, maxSide, form ?? _photo));
        }
        finally
        {
            _decoding.Release();
        }
    }

    private static StillImage Read(byte[] file, int maxSide, ImageForm form)
    {
        if (!ImageFormats.Knows(file))
            throw new RefusedException(ImageErrors.Unsupported);
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new RefusedException(ImageErrors.Invalid);
        if (codec.Info.Width < 1 || codec.Info.Height < 1 || codec.Info.Width > maxSide || codec.Info.Height > maxSide)
            throw new RefusedException(ImageErrors.Dimensions(maxSide));
        using var pixels = Decode(codec);
        var origin = codec.EncodedFormat == SKEncodedImageFormat.Png ? PngOrientation.Find(file) : codec.EncodedOrigin;
        using var upright = UprightImage.Of(pixels, origin, form.MaxSide);
        return Encode(upright, form.IsLossless);
    }

    private static SKBitmap Decode(SKCodec codec)
    {
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(
            new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours)
        );
        // A file that was cut off decodes in part, which is an error too.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        throw new RefusedException(ImageErrors.Invalid);
    }

    private static StillImage Encode(SKBitmap picture, bool isLossless)
    {
        var isOpaque = !isLossless && IsOpaque(picture.GetPixelSpan());
        var (extension, format, quality) = isOpaque ? ("jpg", SKEncodedImageFormat.Jpeg, 90) : ("png", SKEncodedImageFormat.Png, 100);
        using var encoded = picture.Encode(format, quality);
        return new StillImage(extension, picture.Width, picture.Height, encoded.ToArray());
    }

    private static bool IsOpaque(ReadOnlySpan<byte> rgba)
    {
        for (var alpha = 3; alpha < rgba.Length; alpha += 4)
        {
            if (rgba[alpha] != 0xFF)
                return false;
        }

        return true;
    }
}
