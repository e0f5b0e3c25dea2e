namespace Kayse.Grains.Sso;

/// <summary>How a company's SAML identity provider is reached (EN-2).</summary>
/// <param name="EntityId">The provider's entity id, as it stands in its responses.</param>
/// <param name="SignOnUrl">Where people are sent to sign in.</param>
/// <param name="Certificates">The certificates that it may sign with, each in base64 (DER).</param>
[GenerateSerializer, Immutable, Alias("kayse.saml-settings")]
public sealed record SamlSettings(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string SignOnUrl,
    [property: Id(2)] IReadOnlyList<string> Certificates
)
{
    /// <summary>From where its metadata is read again every day; null when it was pasted.</summary>
    [Id(3)]
    public string? MetadataUrl { get; init; }

    /// <summary>
    /// The private keys of this service for the connection, as one text; null when it has none. What is shown never holds
    /// them, and in a command null keeps those there are, and an empty text removes them.
    /// </summary>
    [Id(4)]
    public string? PrivateKeys { get; init; }

    /// <summary>How requests reach <see cref="SignOnUrl"/>.</summary>
    [Id(5)]
    public SamlBinding Binding { get; init; }

    /// <summary>Leaves the keys out.</summary>
    public override string ToString() => $"{nameof(SamlSettings)} of {EntityId}";
}
