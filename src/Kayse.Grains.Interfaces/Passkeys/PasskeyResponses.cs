namespace Kayse.Grains.Passkeys;

/// <summary>What an authenticator made when a passkey was created, as WebAuthn defines it.</summary>
/// <param name="CredentialId">The passkey's id, chosen by the authenticator.</param>
/// <param name="ClientData">The browser's JSON: challenge, origin, kind of ceremony.</param>
/// <param name="AttestationObject">The public key and the authenticator's flags, in CBOR.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-attestation")]
public sealed record PasskeyAttestation(
    [property: Id(0)] byte[] CredentialId,
    [property: Id(1)] byte[] ClientData,
    [property: Id(2)] byte[] AttestationObject
)
{
    /// <summary>How the authenticator can be reached, such as <c>internal</c> or <c>usb</c>; browsers want it back.</summary>
    [Id(3)]
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>Leaves its parts out.</summary>
    public override string ToString() => nameof(PasskeyAttestation);
}

/// <summary>What an authenticator signed when a passkey was used, as WebAuthn defines it.</summary>
/// <param name="CredentialId">Which passkey.</param>
/// <param name="ClientData">The browser's JSON: challenge, origin, kind of ceremony.</param>
/// <param name="AuthenticatorData">The authenticator's flags and counter.</param>
/// <param name="Signature">Over both.</param>
/// <param name="UserHandle">Whose the authenticator thinks it is; null when it doesn't keep that.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-assertion")]
public sealed record PasskeyAssertion(
    [property: Id(0)] byte[] CredentialId,
    [property: Id(1)] byte[] ClientData,
    [property: Id(2)] byte[] AuthenticatorData,
    [property: Id(3)] byte[] Signature,
    [property: Id(4)] byte[]? UserHandle
)
{
    /// <summary>Leaves its parts out.</summary>
    public override string ToString() => nameof(PasskeyAssertion);
}
