using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Http;

/// <summary>
/// Headers that every answer has. Endpoints that serve pages loosen the content policy for themselves.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly StringValues _nosniff = "nosniff";
    private static readonly StringValues _noReferrer = "no-referrer";
    private static readonly StringValues _nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static readonly StringValues _sameOrigin = "same-origin";
    private static readonly StringValues _oneYear = "max-age=31536000";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(next =>
            context =>
            {
                Apply(context);
                return next(context);
            }
        );

    /// <summary>Sets the headers; again after an error has cleared them.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = _nosniff;
        headers["Referrer-Policy"] = _noReferrer;
        headers["Cross-Origin-Opener-Policy"] = _sameOrigin;
        headers["Cross-Origin-Resource-Policy"] = _sameOrigin;
        headers.ContentSecurityPolicy = _nothing;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = _oneYear;
    }
}
