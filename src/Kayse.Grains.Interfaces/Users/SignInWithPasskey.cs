using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>Signs in with a passkey instead of a password.</summary>
/// <param name="Assertion">What the authenticator signed.</param>
/// <param name="Device">What they sign in on.</param>
/// <param name="RememberMe">Whether the session is remembered.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in-with-passkey")]
public sealed record SignInWithPasskey(
    [property: Id(0)] PasskeyAssertion Assertion,
    [property: Id(1)] ClientDevice Device,
    [property: Id(2)] bool RememberMe
);
