using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Sets up a company's OpenID Connect connection, or replaces its settings.</summary>
internal sealed class OidcConnectionRequest
{
    /// <summary>
    /// The issuer, exactly as the provider writes it, such as <c>https://login.jones.example</c>. Its discovery document is
    /// looked for below it.
    /// </summary>
    public required string Issuer { get; init; }

    /// <summary>The ID that the provider has given to this service.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret that goes with it. Null or absent keeps the one there is, as long as the issuer stays.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Scopes to ask for beside <c>openid</c>, <c>email</c> and <c>profile</c>; at most 10.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The claim that names the groups of a person; null or absent for <c>groups</c>.</summary>
    public string? GroupsClaim { get; init; }

    /// <summary>
    /// Whether members must sign in by this connection, which people can sign in by then. Null or absent leaves it as it is.
    /// </summary>
    public bool? Enforced { get; init; }

    public ConfigureSso ToCommand(string companyId) =>
        new(companyId, SsoProtocol.Oidc)
        {
            Oidc = new OidcSettings(Issuer, ClientId)
            {
                ClientSecret = ClientSecret,
                Scopes = Scopes is null ? null : string.Join(' ', Scopes),
                GroupsClaim = GroupsClaim!,
            },
        };
}
