namespace Kayse.WebHost.Sso.Saml;

/// <summary>What an assertion must agree with.</summary>
internal sealed record SamlExpectation
{
    /// <summary>The identity provider's entity id.</summary>
    public required string IdentityProvider { get; init; }

    /// <summary>Our entity id for this connection.</summary>
    public required string EntityId { get; init; }

    /// <summary>Where responses are posted to.</summary>
    public required string AcsUrl { get; init; }

    public required DateTimeOffset Now { get; init; }
}
