using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>Signs a person in who has proved who they are.</summary>
/// <param name="CredentialVersion">The <see cref="UserCredential.Version"/> that was verified; null when they proved it
/// by a live session of theirs.</param>
/// <param name="CompanyId">The company to be active, or null for the person's default.</param>
/// <param name="Device">What they sign in on.</param>
/// <param name="RememberMe">Whether the session is remembered.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in")]
public sealed record SignIn(
    [property: Id(0)] int? CredentialVersion,
    [property: Id(1)] string? CompanyId,
    [property: Id(2)] ClientDevice Device,
    [property: Id(3)] bool RememberMe
)
{
    /// <summary>
    /// The hash of the secret in the token of a device that they trust, which needs no code; null when there is none.
    /// </summary>
    [Id(4)]
    public TokenHash? DeviceSecret { get; init; }
}

/// <summary>A person who has just signed in.</summary>
[GenerateSerializer, Immutable, Alias("kayse.signed-in")]
public sealed record SignedIn(
    [property: Id(0)] StartedSession Session,
    [property: Id(1)] UserView User,
    [property: Id(2)] IReadOnlyList<Membership> Companies,
    [property: Id(3)] string ActiveCompanyId
)
{
    /// <summary>What they have to do before the session is good for anything else.</summary>
    [Id(4)]
    public SessionRestriction Restriction { get; init; }

    /// <summary>When the session ends however much it is used; null when it isn't remembered.</summary>
    [Id(5)]
    public DateTimeOffset? RememberedUntil { get; init; }

    /// <summary>How many backup codes are left, when one was used; else null.</summary>
    [Id(6)]
    public int? BackupCodesLeft { get; init; }

    /// <summary>The token of the device, when it is trusted from now on; exists nowhere else.</summary>
    [Id(7)]
    public string? DeviceToken { get; init; }
}

/// <summary>What came of the first proof. One of the two is set.</summary>
/// <param name="SignedIn">They are signed in.</param>
/// <param name="Ticket">They have a second factor, and go on with this.</param>
[GenerateSerializer, Immutable, Alias("kayse.begun-sign-in")]
public sealed record BegunSignIn([property: Id(0)] SignedIn? SignedIn, [property: Id(1)] TwoFactorTicket? Ticket);
