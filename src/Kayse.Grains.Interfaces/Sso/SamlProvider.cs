namespace Kayse.Grains.Sso;

/// <summary>What an identity provider says of itself in its metadata.</summary>
/// <param name="EntityId">Its entity id.</param>
/// <param name="SignOnUrl">Where people are sent to sign in.</param>
/// <param name="Binding">How requests are brought there.</param>
/// <param name="Certificates">The certificates that it signs with, each in base64 (DER).</param>
[GenerateSerializer, Immutable, Alias("kayse.saml-provider")]
public sealed record SamlProvider(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string SignOnUrl,
    [property: Id(2)] SamlBinding Binding,
    [property: Id(3)] IReadOnlyList<string> Certificates
);
