using Kayse.Grains.TwoFactor;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// The cookie by which a browser is known as a trusted device (US-5). As the session's, only pages of ours get it:
/// clients of the API keep the token themselves.
/// </summary>
internal static class DeviceCookie
{
    private const string Plain = "kayse_device";
    private const string Secure = "__Host-kayse_device";

    /// <summary>The token in the cookie, or null.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name(request)];

    /// <summary>Sets the cookie when a page of ours asked for the trust; null: there is none.</summary>
    public static void Set(HttpContext context, string? token)
    {
        if (token is not null && context.RequestServices.GetRequiredService<SameOrigin>().Covers(context.Request))
            context.Response.Cookies.Append(Name(context.Request), token, Attributes(context.Request));
    }

    // Browsers take a cookie of that prefix only over https, from this host and for all of its paths.
    private static string Name(HttpRequest request) => request.IsHttps ? Secure : Plain;

    private static CookieOptions Attributes(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = TrustedDeviceView.Lifetime,
            IsEssential = true,
        };
}
