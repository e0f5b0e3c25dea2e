using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>Invites a person, in the inviter's words: nothing is checked yet.</summary>
/// <param name="InvitationId">The new invitation's id; repeating a command with the same id and address answers the
/// same invitation.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Any form of the address.</param>
/// <param name="PhoneNumber">International form, or national with <paramref name="PhoneCountry"/>; null, blank or a
/// bare country code for none.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2, or null.</param>
/// <param name="JobTitle">Or null.</param>
/// <param name="Access">What they get when they accept; without a role they become a User.</param>
[GenerateSerializer, Immutable, Alias("kayse.invite-member")]
public sealed record InviteMember(
    [property: Id(0)] string InvitationId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] string? PhoneNumber,
    [property: Id(4)] string? PhoneCountry,
    [property: Id(5)] string? JobTitle,
    [property: Id(6)] AccessChange Access
);

/// <summary>What came of inviting: one of the two.</summary>
/// <param name="Invitation">The invitation that was sent, or null.</param>
/// <param name="Member">The admin of another company who was added at once (IN-8), or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.invited")]
public sealed record Invited([property: Id(0)] InvitationView? Invitation, [property: Id(1)] MemberView? Member);
