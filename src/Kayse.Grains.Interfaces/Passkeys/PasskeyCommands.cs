namespace Kayse.Grains.Passkeys;

/// <summary>Adds a passkey to an account.</summary>
/// <param name="Name">What its person calls it.</param>
/// <param name="Response">What the authenticator made.</param>
/// <param name="SessionId">The session in which they add it; its token is replaced.</param>
[GenerateSerializer, Immutable, Alias("kayse.add-passkey")]
public sealed record AddPasskey(
    [property: Id(0)] string Name,
    [property: Id(1)] PasskeyAttestation Response,
    [property: Id(2)] string SessionId
);
