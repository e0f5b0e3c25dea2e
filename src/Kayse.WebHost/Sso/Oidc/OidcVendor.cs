namespace Kayse.WebHost.Sso.Oidc;

/// <summary>What an identity provider calls the things that both sides have to agree on.</summary>
/// <param name="Name">The provider.</param>
/// <param name="Application">What to create there.</param>
/// <param name="RedirectUri">Its name for the redirect URI.</param>
/// <param name="Issuer">Where its issuer is found.</param>
/// <param name="ClientId">Its name for the client ID.</param>
/// <param name="ClientSecret">Its name for the client secret.</param>
/// <param name="Remark">What else to know.</param>
public sealed record OidcVendor(
    string Name,
    string Application,
    string RedirectUri,
    string Issuer,
    string ClientId,
    string ClientSecret,
    string Remark
)
{
    /// <summary>The value of <c>prompt</c> that has people sign in again, or comes closest to that.</summary>
    public string Prompt { get; private init; } = "login";

    /// <summary>Okta.</summary>
    public static readonly OidcVendor Okta = new(
        "Okta",
        "Applications, Create App Integration, OIDC - OpenID Connect, Web Application",
        "Sign-in redirect URIs",
        "Your Okta domain with https:// before it, or the Issuer URI of an authorization server under Security, API",
        "Client ID",
        "Client secrets",
        "For groups, add a Groups claim filter under Sign On, and the scope groups here."
    );

    /// <summary>Microsoft Entra ID.</summary>
    public static readonly OidcVendor Entra = new(
        "Microsoft Entra ID",
        "App registrations, New registration, Accounts in this organizational directory only",
        "Redirect URI, with the platform Web",
        "https://login.microsoftonline.com/ and your Directory (tenant) ID and /v2.0",
        "Application (client) ID",
        "Certificates & secrets, Client secrets, Value",
        "Under Token configuration, add the optional claims auth_time, email and xms_edov to the ID token."
    );

    /// <summary>Google Workspace.</summary>
    public static readonly OidcVendor Google = new(
        "Google Workspace",
        "Google Auth Platform, Clients, Create client, Web application, with the audience Internal",
        "Authorized redirect URIs",
        "https://accounts.google.com",
        "Client ID",
        "Client secret",
        "Google doesn't ask people to sign in again, so they can't confirm their identity with it."
    )
    {
        Prompt = "select_account",
    };

    /// <summary>Those that are described.</summary>
    public static IReadOnlyList<OidcVendor> All { get; } = [Okta, Entra, Google];

    /// <summary>Whose issuer it is; null for others.</summary>
    public static OidcVendor? Of(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var url)
            ? url.Host switch
            {
                "accounts.google.com" => Google,
                "login.microsoftonline.com" or "login.microsoftonline.us" or "sts.windows.net" => Entra,
                var host
                    when host.EndsWith(".okta.com", StringComparison.Ordinal)
                        || host.EndsWith(".oktapreview.com", StringComparison.Ordinal) => Okta,
                _ => null,
            }
            : null;

    /// <summary>What to change, and where, when a check has failed; null when nothing of it is a field.</summary>
    public static string? FixOf(string issuer, string? field)
    {
        var vendor = Of(issuer);
        var name = field switch
        {
            "issuer" => vendor?.Issuer ?? "Issuer",
            "clientId" => vendor?.ClientId ?? "Client ID",
            "clientSecret" => vendor?.ClientSecret ?? "Client secret",
            "redirectUri" => vendor?.RedirectUri ?? "Redirect URI",
            _ => null,
        };
        return name is null ? null : $"{name}, in {vendor?.Name ?? "your identity provider"}";
    }
}
