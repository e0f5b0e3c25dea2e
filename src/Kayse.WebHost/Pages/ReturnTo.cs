using Microsoft.AspNetCore.Http.Extensions;

namespace Kayse.WebHost.Pages;

/// <summary>
/// Where a person wanted to go before they had to do something else first. Only ever a page of ours (ASVS 5.0, 3.7.2:
/// no open redirect).
/// </summary>
internal static class ReturnTo
{
    /// <summary>The page that a request is for, to stand in a query.</summary>
    public static string Escaped(HttpRequest request) => Uri.EscapeDataString(request.GetEncodedPathAndQuery());

    /// <summary>
    /// The path if it is one on this host, else the start page. A browser takes <c>//host</c> and <c>/\host</c> for
    /// another's.
    /// </summary>
    public static string Safe(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";
}
