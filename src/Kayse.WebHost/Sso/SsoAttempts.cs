using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.WebHost.Sso;

/// <summary>
/// The cookie that binds an attempt to the browser that began it. It comes back with the navigation from the identity
/// provider, which is another site's: so it is Lax, and a POST from there doesn't bring it.
/// </summary>
internal sealed class SsoAttempts(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Plain = "kayse_sso";
    private const string Secure = "__Host-kayse_sso";

    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.Sso.Attempt");

    /// <summary>The attempt of this browser; null when it has none, or its time is over.</summary>
    public SsoAttempt? Read(HttpRequest request)
    {
        if (request.Cookies[Name(request)] is not { Length: > 0 and < 4096 } cookie)
            return null;
        try
        {
            var attempt = JsonSerializer.Deserialize<SsoAttempt>(_protector.Unprotect(cookie));
            return attempt is null || attempt.IsOver(clock.GetUtcNow()) ? null : attempt;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Keeps the attempt, in place of any other of this browser.</summary>
    public void Keep(HttpContext context, SsoAttempt attempt) =>
        context.Response.Cookies.Append(
            Name(context.Request),
            _protector.Protect(JsonSerializer.Serialize(attempt)),
            Attributes(context.Request, SsoAttempt.Lifetime)
        );

    /// <summary>Ends the attempt: it can't be completed twice.</summary>
    public static void Clear(HttpContext context) =>
        context.Response.Cookies.Delete(Name(context.Request), Attributes(context.Request, maxAge: null));

    // Browsers take a cookie of that prefix only over https, from this host and for all of its paths.
    private static string Name(HttpRequest request) => request.IsHttps ? Secure : Plain;

    private static CookieOptions Attributes(HttpRequest request, TimeSpan? maxAge) =>
        new()
        {
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = maxAge,
            IsEssential = true,
        };
}
