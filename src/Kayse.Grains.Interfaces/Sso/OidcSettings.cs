namespace Kayse.Grains.Sso;

/// <summary>How a company's OpenID Connect provider is reached (EN-1).</summary>
/// <param name="Issuer">As it stands in its tokens.</param>
/// <param name="ClientId">Under which it knows this service.</param>
[GenerateSerializer, Immutable, Alias("kayse.oidc-settings")]
public sealed record OidcSettings([property: Id(0)] string Issuer, [property: Id(1)] string ClientId)
{
    /// <summary>
    /// The secret for the token endpoint. In a command null keeps the one there is; what is shown never holds it.
    /// </summary>
    [Id(2)]
    public string? ClientSecret { get; init; }

    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"{nameof(OidcSettings)} of {Issuer}";
}
