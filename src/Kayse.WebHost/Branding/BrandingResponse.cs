using Kayse.Grains.Branding;
using Kayse.WebHost.Http;

namespace Kayse.WebHost.Branding;

/// <summary>How a company looks.</summary>
/// <param name="AccentColor">Six hexadecimal digits after a number sign; null for Kayse's own color.</param>
/// <param name="AccentColorOnDark">The shade of it that is used on dark backgrounds; null likewise.</param>
/// <param name="Logos">The logos.</param>
internal sealed record BrandingResponse(string? AccentColor, string? AccentColorOnDark, LogosResponse Logos)
{
    public static BrandingResponse Of(BrandingView view) =>
        new(
            view.AccentColor,
            view.AccentColor is { } color ? Kayse.Grains.Branding.AccentColor.Find(color)?.OnDark.Accent : null,
            new LogosResponse(LogoResponse.Of(view.Light), LogoResponse.Of(view.Dark), LogoResponse.Of(view.Icon))
        );
}

/// <summary>The logos of a company.</summary>
/// <param name="Light">For light backgrounds; null when there is none.</param>
/// <param name="Dark">For dark backgrounds; null when there is none.</param>
/// <param name="Icon">Small, for emails and beside the company's name; null when there is none.</param>
internal sealed record LogosResponse(LogoResponse? Light, LogoResponse? Dark, LogoResponse? Icon);

/// <summary>A logo.</summary>
/// <param name="Url">Where it is served, without sign-in. Another logo has another address.</param>
/// <param name="Width">In pixels; for an SVG, what it asks for.</param>
/// <param name="Height">Likewise.</param>
internal sealed record LogoResponse(string Url, int Width, int Height)
{
    public static LogoResponse? Of(LogoView? logo) => logo is null ? null : new(LogoUrl.Of(logo.Name)!, logo.Width, logo.Height);
}
