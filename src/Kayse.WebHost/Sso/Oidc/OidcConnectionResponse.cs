using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>A company's OpenID Connect connection. Its secret is never returned.</summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="ClientId">The ID that the provider has given to this service.</param>
/// <param name="Scopes">Scopes that are asked for beside <c>openid</c>, <c>email</c> and <c>profile</c>.</param>
/// <param name="GroupsClaim">The claim that names the groups of a person.</param>
/// <param name="RedirectUri">The redirect URI to enter at the provider.</param>
/// <param name="InUse">Whether people can sign in by it.</param>
/// <param name="Enforced">Whether members have to.</param>
internal sealed record OidcConnectionResponse(
    string Issuer,
    string ClientId,
    IReadOnlyList<string> Scopes,
    string GroupsClaim,
    string RedirectUri,
    bool InUse,
    bool Enforced
)
{
    public static OidcConnectionResponse Of(SsoOverview overview, OidcSettings settings, OidcAddress address)
    {
        var isInUse = overview.InUse == SsoProtocol.Oidc;
        return new(
            settings.Issuer,
            settings.ClientId,
            settings.AdditionalScopes,
            settings.GroupsClaim,
            address.RedirectUri,
            isInUse,
            isInUse && overview.Enforced
        );
    }
}
