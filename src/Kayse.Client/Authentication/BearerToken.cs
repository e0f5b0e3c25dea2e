using Microsoft.AspNetCore.Http;

namespace Kayse.Client;

/// <summary>The token that a request carries.</summary>
internal static class BearerToken
{
    private const string Bearer = "Bearer ";
    private const string PlainCookie = "kayse_session";
    private const string SecureCookie = "__Host-kayse_session";
    private const string ApiKeyStart = "kayse_";
    private const int MaxLength = 256;

    /// <summary>
    /// The token in the Authorization header; where there is no such header and cookies are accepted, that in the
    /// cookie. Null when there is none.
    /// </summary>
    public static string? Read(HttpRequest request, bool acceptCookie)
    {
        var header = request.Headers.Authorization;
        if (header.Count > 0)
            return header.Count == 1 && header[0]!.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? header[0]![Bearer.Length..].Trim(' ')
                : null;
        return acceptCookie && request.Cookies[request.IsHttps ? SecureCookie : PlainCookie] is { } cookie && IsSafe(request)
            ? cookie
            : null;
    }

    /// <summary>
    /// Whether it can be a session token (<c>id.secret</c>) or an API key. Tokens of others, such as JWTs with their two
    /// dots, are not sent to Kayse.
    /// </summary>
    public static bool IsWellFormed(string token) =>
        token.Length is > 0 and <= MaxLength
        && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
        && (token.StartsWith(ApiKeyStart, StringComparison.Ordinal) || token.AsSpan().Count('.') == 1);

    // Another site can make a browser send the cookie, so what changes something must come from a page of this one.
    private static bool IsSafe(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return true;
        var site = request.Headers["Sec-Fetch-Site"];
        return site.Count > 0
            ? site.ToString() == "same-origin"
            : string.Equals(request.Headers.Origin.ToString(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
