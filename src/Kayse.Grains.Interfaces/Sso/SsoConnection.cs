namespace Kayse.Grains.Sso;

/// <summary>A company's connection to its identity provider.</summary>
/// <param name="Id">Of <see cref="SsoConnectionIds"/>.</param>
/// <param name="CompanyId">Whose it is.</param>
/// <param name="Protocol">How the provider is spoken to; the settings of the other protocol are null.</param>
/// <param name="Version">Grows with every change of the settings, also over a removal.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-connection")]
public sealed record SsoConnection(
    [property: Id(0)] string Id,
    [property: Id(1)] string CompanyId,
    [property: Id(2)] SsoProtocol Protocol,
    [property: Id(3)] long Version
)
{
    /// <summary>Set for OpenID Connect.</summary>
    [Id(4)]
    public OidcSettings? Oidc { get; init; }

    /// <summary>Set for SAML.</summary>
    [Id(5)]
    public SamlSettings? Saml { get; init; }

    /// <summary>The same as it may be shown.</summary>
    public SsoConnection WithoutSecrets() =>
        this with
        {
            Oidc = Oidc is null ? null : Oidc with { ClientSecret = null },
            Saml = Saml is null ? null : Saml with { PrivateKeys = null },
        };
}
