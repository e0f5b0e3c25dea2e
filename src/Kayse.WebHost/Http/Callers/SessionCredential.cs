namespace Kayse.WebHost.Http.Callers;

/// <summary>Where a request carries its session token: the Authorization header, else the cookie.</summary>
internal static class SessionCredential
{
    private const string Bearer = "Bearer ";

    /// <summary>
    /// The token as it was sent, empty when there is none. A request with an Authorization header is never one by
    /// cookie.
    /// </summary>
    public static ReadOnlySpan<char> Of(HttpRequest request, out bool byCookie)
    {
        var header = request.Headers.Authorization;
        byCookie = header.Count == 0;
        if (byCookie)
            return request.Headers.Cookie.Count == 0 ? default : SessionCookie.Read(request);
        var value = header.Count == 1 ? header[0].AsSpan() : default;
        return value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim(' ') : default;
    }
}
