namespace Kayse.Grains.Sso;

/// <summary>How an identity provider is spoken to.</summary>
[GenerateSerializer, Alias("kayse.sso-protocol")]
public enum SsoProtocol
{
    /// <summary>OpenID Connect (EN-1).</summary>
    Oidc = 0,

    /// <summary>SAML 2.0 (EN-2).</summary>
    Saml = 1,
}
