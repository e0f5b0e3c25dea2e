using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Invitations;

/// <summary>Accepts an invitation: as a new person, or as one who has an account and has proved it.</summary>
/// <param name="InvitationId">From the token.</param>
/// <param name="Secret">From the token.</param>
/// <param name="NewPerson">Set when the address belongs to nobody yet.</param>
/// <param name="ExistingUserId">The person who has the address, when they have proved it; else null.</param>
[GenerateSerializer, Immutable, Alias("kayse.accept-invitation")]
public sealed record AcceptInvitation(
    [property: Id(0)] string InvitationId,
    [property: Id(1)] TokenHash Secret,
    [property: Id(2)] NewPerson? NewPerson,
    [property: Id(3)] string? ExistingUserId
)
{
    /// <summary>Where from, or null when it is not known.</summary>
    [Id(4)]
    public string? IpAddress { get; init; }
}

/// <summary>What somebody who accepts an invitation without an account gives of themselves.</summary>
/// <param name="UserId">The id that they get.</param>
/// <param name="PasswordHash">As ASP.NET Core's password hasher writes it.</param>
/// <param name="FullName">Their correction of the name, or null to keep the invitation's.</param>
/// <param name="PhoneNumber">Their correction of the number, or null to keep the invitation's.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2 for a number in national form, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.new-person")]
public sealed record NewPerson(
    [property: Id(0)] string UserId,
    [property: Id(1)] string PasswordHash,
    [property: Id(2)] string? FullName,
    [property: Id(3)] string? PhoneNumber,
    [property: Id(4)] string? PhoneCountry
)
{
    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(NewPerson);
}

/// <summary>An invitation that has just been accepted.</summary>
/// <param name="CompanyId">The company that they joined.</param>
/// <param name="UserId">Who accepted it.</param>
/// <param name="CredentialVersion">That of the password with which they registered, to sign in with; null when it is
/// not theirs any more, and for somebody who has an account.</param>
[GenerateSerializer, Immutable, Alias("kayse.invitation-accepted")]
public sealed record InvitationAccepted(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string UserId,
    [property: Id(2)] int? CredentialVersion
);

/// <summary>Turns an invitation down.</summary>
[GenerateSerializer, Immutable, Alias("kayse.decline-invitation")]
public sealed record DeclineInvitation([property: Id(0)] string InvitationId, [property: Id(1)] TokenHash Secret)
{
    /// <summary>Where from, or null when it is not known.</summary>
    [Id(2)]
    public string? IpAddress { get; init; }
}
