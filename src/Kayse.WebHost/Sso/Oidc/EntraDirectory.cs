using System.Text.Json;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>
/// A directory of Microsoft Entra ID. What it calls the subject differs from application to application: a person is
/// the object with an id (oid) in a directory with an id (tid).
/// </summary>
/// <param name="TenantId">Its id.</param>
internal sealed record EntraDirectory(Guid TenantId)
{
    private static readonly string[] _hosts =
    [
        "login.microsoftonline.com",
        "login.microsoftonline.us",
        "login.partner.microsoftonline.cn",
        "sts.windows.net",
    ];

    /// <summary>The directory of an issuer; null when it is none of Entra's.</summary>
    public static EntraDirectory? Of(string issuer)
    {
        var url = new Uri(issuer);
        return _hosts.Contains(url.Host) && Guid.TryParse(url.Segments.ElementAtOrDefault(1)?.Trim('/'), out var tenant)
            ? new EntraDirectory(tenant)
            : null;
    }

    /// <summary>Who a token is about, for ever. Refuses those of another directory.</summary>
    public string SubjectIn(JsonElement token) =>
        Guid.TryParse(OidcJson.Text(token, "tid"), out var tenant) && tenant == TenantId
            ? Guid.TryParse(OidcJson.Text(token, "oid"), out var person)
                ? person.ToString()
                : throw new OidcRefusedException(OidcStep.Subject, "The ID token has no object id (oid).")
            : throw new OidcRefusedException(OidcStep.Subject, "The ID token is of another directory (tid).", "issuer");
}
