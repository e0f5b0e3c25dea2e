namespace Kayse.WebHost.Sso.Oidc;

/// <summary>
/// What is checked on the way through a sign-in by OpenID Connect, in this order: the first that fails ends it.
/// </summary>
internal enum OidcStep
{
    /// <summary>The provider's discovery document is found and can be used.</summary>
    Discovery,

    /// <summary>It is that of the issuer who was configured.</summary>
    Issuer,

    /// <summary>The provider sent the person back with a code, to the attempt that they began.</summary>
    Response,

    /// <summary>The provider gave tokens for the code.</summary>
    Code,

    /// <summary>One of the provider's own keys has signed the ID token.</summary>
    Signature,

    /// <summary>The token is for this client.</summary>
    Audience,

    /// <summary>It is valid now.</summary>
    Validity,

    /// <summary>It belongs to this attempt.</summary>
    Nonce,

    /// <summary>It says who the person is at the provider, for ever.</summary>
    Subject,

    /// <summary>They have just signed in there, where that was asked for.</summary>
    Freshness,

    /// <summary>It has their email address, and doesn't deny it.</summary>
    Email,
}
