using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Kayse.WebHost.Console;

/// <summary>
/// What was just done, said once on the page that comes next. In a cookie that only we can write, since it may hold
/// names, which don't belong into addresses.
/// </summary>
internal sealed class Flash(IDataProtectionProvider protection)
{
    private const string Cookie = "kayse_done";
    private const int MaxLength = 300;
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("Kayse.Console.Flash")
        .ToTimeLimitedDataProtector();

    public void Set(HttpContext context, string message, FlashLink? link = null)
    {
        var text = (message.Length > MaxLength ? message[..MaxLength] : message).ReplaceLineEndings(" ");
        var bytes = Encoding.UTF8.GetBytes(link is null ? text : $"{text}\n{link.Url}\n{link.Text}");
        context.Response.Cookies.Append(
            Cookie,
            WebEncoders.Base64UrlEncode(_protector.Protect(bytes, _lifetime)),
            Attributes(context.Request)
        );
    }

    /// <summary>
    /// The message, which is gone then, unless the answer leads to another page; null when there is none.
    /// </summary>
    public FlashMessage? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } cookie || context.Response.HasStarted)
            return null;
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode < StatusCodes.Status300MultipleChoices)
                context.Response.Cookies.Delete(Cookie, Attributes(context.Request));
            return Task.CompletedTask;
        });
        try
        {
            return MessageIn(Encoding.UTF8.GetString(_protector.Unprotect(WebEncoders.Base64UrlDecode(cookie))));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static FlashMessage MessageIn(string text) =>
        text.Split('\n') is [var message, var url, var link] ? new(message, new(url, link)) : new(text, Link: null);

    private static CookieOptions Attributes(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = _lifetime,
            IsEssential = true,
        };
}

/// <summary>What was just done, and where to go on from it.</summary>
internal sealed record FlashMessage(string Text, FlashLink? Link);

/// <summary>A page of the console, with what the link to it says.</summary>
public sealed record FlashLink(string Url, string Text);
