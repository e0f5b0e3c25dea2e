namespace Kayse.Grains.Sso;

/// <summary>
/// The issuers of Microsoft Entra ID, of which each belongs to one directory. Addresses that serve every directory are no
/// issuers: anybody can have one, with any addresses in it.
/// </summary>
public static class EntraIssuer
{
    // Microsoft's own directory of personal accounts.
    private static readonly Guid _consumers = new("9188040d-6c67-4c5b-b112-36a304b66dad");

    private static readonly string[] _hosts =
    [
        "login.microsoftonline.com",
        "login.microsoftonline.us",
        "login.partner.microsoftonline.cn",
        "login.windows.net",
        "sts.windows.net",
    ];

    /// <summary>Whether an address is Entra's, be it an issuer or not.</summary>
    public static bool IsHost(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _hosts.Contains(url.IdnHost.TrimEnd('.'), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The directory of an issuer; null when it is none of Entra's, or of no single company.</summary>
    public static Guid? DirectoryOf(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var url)
        && IsHost(url)
        && Guid.TryParse(url.Segments.ElementAtOrDefault(1)?.Trim('/'), out var directory)
        && directory != _consumers
            ? directory
            : null;
}
