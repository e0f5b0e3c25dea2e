using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// The cookie that holds the session token of a browser. Only pages of ours get it: clients of the API keep the token
/// themselves.
/// </summary>
internal static class SessionCookie
{
    private const string Plain = "kayse_session";
    private const string Secure = "__Host-kayse_session";

    /// <summary>The token in the cookie, or null.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name(request)];

    /// <summary>
    /// Sets the cookie when a page of ours asked for the session. One that isn't remembered goes when the browser
    /// closes.
    /// </summary>
    public static void Set(HttpContext context, StartedSession session, DateTimeOffset? rememberUntil = null)
    {
        if (context.RequestServices.GetRequiredService<SameOrigin>().Covers(context.Request))
            context.Response.Cookies.Append(Name(context.Request), session.Token, Attributes(context.Request, rememberUntil));
    }

    /// <summary>
    /// Sets the cookie at the end of an attempt that a cookie of its own has bound to this browser: the request comes from
    /// the identity provider's page.
    /// </summary>
    public static void SetBound(HttpContext context, StartedSession session, DateTimeOffset? rememberUntil) =>
        context.Response.Cookies.Append(Name(context.Request), session.Token, Attributes(context.Request, rememberUntil));

    /// <summary>Sets the cookie anew when the request came with one.</summary>
    public static void Replace(HttpContext context, RenewedSession renewed)
    {
        if (Read(context.Request) is not null)
            Set(context, renewed.Session, renewed.RememberedUntil);
    }

    /// <summary>The same; takes the cookie away when the session ended meanwhile.</summary>
    public static void ReplaceOrClear(HttpContext context, RenewedSession? renewed)
    {
        if (renewed is null)
            Clear(context);
        else
            Replace(context, renewed);
    }

    /// <summary>Takes the cookie away when the request came with it.</summary>
    public static void Clear(HttpContext context)
    {
        if (Read(context.Request) is not null)
            context.Response.Cookies.Delete(Name(context.Request), Attributes(context.Request, expires: null));
    }

    // Browsers take a cookie of that prefix only over https, from this host and for all of its paths.
    private static string Name(HttpRequest request) => request.IsHttps ? Secure : Plain;

    private static CookieOptions Attributes(HttpRequest request, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = expires,
            IsEssential = true,
        };
}
