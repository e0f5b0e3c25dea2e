using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>Signs a person in who has proved who they are.</summary>
/// <param name="CredentialVersion">The <see cref="UserCredential.Version"/> that was verified; null when they proved it by a live session of theirs.</param>
/// <param name="CompanyId">The company to be active, or null for the person's default.</param>
/// <param name="Device">What they sign in on.</param>
/// <param name="RememberMe">Whether the session is remembered.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in")]
public sealed record SignIn(
    [property: Id(0)] int? CredentialVersion,
    [property: Id(1)] string? CompanyId,
    [property: Id(2)] ClientDevice Device,
    [property: Id(3)] bool RememberMe);

/// <summary>A person who has just signed in.</summary>
[GenerateSerializer, Immutable, Alias("kayse.signed-in")]
public sealed record SignedIn(
    [property: Id(0)] StartedSession Session,
    [property: Id(1)] UserView User,
    [property: Id(2)] IReadOnlyList<Membership> Companies,
    [property: Id(3)] string ActiveCompanyId)
{
    /// <summary>What they have to do before the session is good for anything else.</summary>
    [Id(4)]
    public SessionRestriction Restriction { get; init; }
}
