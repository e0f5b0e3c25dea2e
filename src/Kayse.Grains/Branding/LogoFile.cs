using Kayse.Grains.Branding.Svg;
using Kayse.Grains.Errors;
using Kayse.Grains.Images;

namespace Kayse.Grains.Branding;

/// <summary>A logo as it is kept: pixels encoded anew, or an SVG written anew.</summary>
/// <param name="Extension"><c>png</c> or <c>svg</c>.</param>
/// <param name="Width">In pixels, or in the SVG's own units.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Content">The file.</param>
[GenerateSerializer, Immutable, Alias("kayse.logo-file")]
internal sealed record LogoFile(
    [property: Id(0)] string Extension,
    [property: Id(1)] int Width,
    [property: Id(2)] int Height,
    [property: Id(3)] byte[] Content
)
{
    private const int MaxLength = 1024 * 1024;
    private const int MaxSide = 4096;
    private const int LogoSide = 1024;
    private const int IconSide = 256;

    /// <summary>Reads a file that somebody sent. Refuses what <see cref="LogoErrors"/> say.</summary>
    public static async Task<LogoFile> ReadAsync(LogoKind kind, byte[] file)
    {
        if (file.Length > MaxLength)
            throw new RefusedException(LogoErrors.TooLarge);
        if (SvgFile.IsXml(file))
            return kind == LogoKind.Icon ? throw new RefusedException(LogoErrors.IconIsVector) : SvgLogo.Read(file);
        if (!ImageFormats.IsPngOrJpeg(file))
            throw new RefusedException(LogoErrors.Unsupported);
        var side = kind == LogoKind.Icon ? IconSide : LogoSide;
        var image = await StillImage.ReadAsync(file, MaxLength, MaxSide, new ImageForm(side, IsLossless: true));
        return new LogoFile(image.Extension, image.Width, image.Height, image.Content.ToArray());
    }
}
