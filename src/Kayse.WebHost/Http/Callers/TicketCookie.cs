using Kayse.Grains.TwoFactor;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// The cookie that takes the ticket of a sign-in from the page that asks for the password to the one that asks for the
/// code. It stands in no address and in no page, and nobody has to send a form again to see one. The user's grain
/// decides whether it is still good.
/// </summary>
internal static class TicketCookie
{
    private const string Plain = "kayse_ticket";
    private const string Secure = "__Host-kayse_ticket";

    /// <summary>The ticket, or null.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 } ticket ? ticket : null;

    public static void Set(HttpContext context, TwoFactorTicket ticket) =>
        context.Response.Cookies.Append(Name(context.Request), ticket.Token, Attributes(context.Request));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Attributes(context.Request));

    private static string Name(HttpRequest request) => request.IsHttps ? Secure : Plain;

    private static CookieOptions Attributes(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        };
}
