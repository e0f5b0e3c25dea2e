namespace Kayse.Grains.Users;

/// <summary>A person proves once more who they are (SE-6).</summary>
/// <param name="SessionId">The session in which they do.</param>
/// <param name="CredentialVersion">The <see cref="UserCredential.Version"/> of the password that was verified.</param>
[GenerateSerializer, Immutable, Alias("kayse.step-up")]
public sealed record StepUp([property: Id(0)] string SessionId, [property: Id(1)] int? CredentialVersion);
