using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

/// <summary>Completes a sign-in.</summary>
/// <param name="Ticket">The hash of the secret in <see cref="TwoFactorTicket.Token"/>.</param>
/// <param name="Code">As the person typed it.</param>
/// <param name="Device">What they sign in on.</param>
[GenerateSerializer, Immutable, Alias("kayse.complete-sign-in")]
public sealed record CompleteSignIn(
    [property: Id(0)] TokenHash Ticket,
    [property: Id(1)] string Code,
    [property: Id(2)] ClientDevice Device
)
{
    /// <summary>
    /// Whether the device is to be trusted from now on. Without effect where a company of theirs forbids it.
    /// </summary>
    [Id(3)]
    public bool TrustDevice { get; init; }

    /// <summary>What a passkey of theirs signed, in place of a code; null when they gave a code.</summary>
    [Id(4)]
    public PasskeyAssertion? Passkey { get; init; }

    /// <summary>Leaves the code out.</summary>
    public override string ToString() => nameof(CompleteSignIn);
}

/// <summary>Turns a second factor on that was set up, with a code of it.</summary>
/// <param name="Code">As the person typed it.</param>
/// <param name="SessionId">The session that they do it in: it goes on, with another token.</param>
[GenerateSerializer, Immutable, Alias("kayse.enable-two-factor")]
public sealed record EnableTwoFactor([property: Id(0)] string Code, [property: Id(1)] string SessionId)
{
    /// <summary>Leaves the code out.</summary>
    public override string ToString() => nameof(EnableTwoFactor);
}

/// <summary>An admin resets the second factors of a member who has lost them.</summary>
/// <param name="Id">Unique and stable: a repetition does nothing again.</param>
/// <param name="CompanyId">The admin's company.</param>
/// <param name="CompanyName">Its name, for the mail.</param>
[GenerateSerializer, Immutable, Alias("kayse.reset-two-factor")]
public sealed record ResetTwoFactor(
    [property: Id(0)] string Id,
    [property: Id(1)] string CompanyId,
    [property: Id(2)] string CompanyName
);

/// <summary>Turns the second factor off, with the password and a code.</summary>
/// <param name="CredentialVersion">The version of the password that was proved.</param>
/// <param name="Code">As the person typed it.</param>
/// <param name="SessionId">The session that they do it in: it goes on, with another token.</param>
[GenerateSerializer, Immutable, Alias("kayse.disable-two-factor")]
public sealed record DisableTwoFactor(
    [property: Id(0)] int CredentialVersion,
    [property: Id(1)] string Code,
    [property: Id(2)] string SessionId
)
{
    /// <summary>Leaves the code out.</summary>
    public override string ToString() => nameof(DisableTwoFactor);
}
