using Kayse.Grains.Passkeys;

namespace Kayse.Grains.Users;

/// <summary>A person proves once more who they are (SE-6).</summary>
/// <param name="SessionId">The session in which they do.</param>
/// <param name="CredentialVersion">The <see cref="UserCredential.Version"/> of the password that was verified; null
/// when they prove it by a code.</param>
[GenerateSerializer, Immutable, Alias("kayse.step-up")]
public sealed record StepUp([property: Id(0)] string SessionId, [property: Id(1)] int? CredentialVersion)
{
    /// <summary>Of who has a second factor: as they typed it.</summary>
    [Id(2)]
    public string? Code { get; init; }

    /// <summary>What a passkey of theirs signed, in place of password and code; null when they use none.</summary>
    [Id(3)]
    public PasskeyAssertion? Passkey { get; init; }

    /// <summary>Leaves the code out.</summary>
    public override string ToString() => nameof(StepUp);
}
