using Kayse.Grains.Branding;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Branding;

/// <summary>
/// The stylesheet of an accent color, which pages load after the console's own. Its address says all that is in it, so
/// that a browser may keep it for ever, and the content policy needs no exception for styles.
/// </summary>
internal static class AccentStyles
{
    /// <summary>Where the styles of a color are, which is written <c>#rrggbb</c>.</summary>
    public static string UrlOf(string color) => $"/accents/{color[1..]}.css";

    public static void MapAccentStyles(this WebApplication app) =>
        app.MapGet("/accents/{color}.css", AnswerAsync)
            .Allows(Who.Anyone, limit: RateLimitKind.BrandingFilesPerCaller)
            .ExcludeFromDescription();

    private static Task AnswerAsync(string color, HttpContext context)
    {
        if (color.Length != 6 || AccentColor.Find(color) is not { } accent)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentType = "text/css; charset=utf-8";
        return context.Response.WriteAsync(Of(accent), context.RequestAborted);
    }

    // Who has chosen high contrast keeps it. The preview shows both themes at once.
    private static string Of(AccentColor accent)
    {
        var (light, dark) = (Tokens(accent.OnLight), Tokens(accent.OnDark));
        return $$"""
            :root:not([data-contrast="on"]), .on-light { {{light}} }
            @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]):not([data-contrast="on"]) { {{dark}} } }
            :root[data-theme="dark"]:not([data-contrast="on"]), .on-dark { {{dark}} }

            """;
    }

    private static string Tokens(AccentShades shades) =>
        $"--accent: {shades.Accent}; --accent-strong: {shades.Strong}; --accent-soft: {shades.Soft}; --on-accent: {shades.OnAccent};";
}
