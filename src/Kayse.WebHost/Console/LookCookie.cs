using System.Globalization;
using Kayse.Grains.Appearance;

namespace Kayse.WebHost.Console;

/// <summary>
/// A copy of how somebody wants the console to look, for pages where nobody is signed in. Whatever stands in it is one
/// of the choices that there are, or nothing.
/// </summary>
internal static class LookCookie
{
    private const string Name = "kayse_look";
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(365);

    /// <summary>What the browser was told last; the default when it was told nothing, or the cookie can't be read.</summary>
    public static AppearanceSettings Read(HttpRequest request)
    {
        var numbers = (request.Cookies[Name] ?? "")
            .Split('.')
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToList();
        return
            numbers is [var theme, var scale, var motion, var contrast, var shortcuts and (0 or 1)]
            && new AppearanceSettings((Theme)theme, scale / 1000m, (SystemChoice)motion, (SystemChoice)contrast, shortcuts == 1)
                is { IsValid: true } look
            ? look
            : AppearanceSettings.Default;
    }

    /// <summary>Tells the browser, unless it knows.</summary>
    public static void Write(HttpContext context, AppearanceSettings look)
    {
        if (context.Response.HasStarted || Read(context.Request) == look)
            return;
        var shortcuts = look.Shortcuts ? 1 : 0;
        var value = string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)look.Theme}.{(int)(look.FontScale * 1000)}.{(int)look.ReducedMotion}.{(int)look.HighContrast}.{shortcuts}"
        );
        context.Response.Cookies.Append(
            Name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = _lifetime,
                IsEssential = true,
            }
        );
    }
}
