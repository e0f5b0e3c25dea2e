using Kayse.Grains.Audit;

namespace Kayse.Grains.Invitations;

/// <summary>Makes an invitation; given by the company grain only.</summary>
[GenerateSerializer, Immutable, Alias("kayse.create-invitation")]
public sealed record CreateInvitation(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string CompanyName,
    [property: Id(2)] Inviter InvitedBy,
    [property: Id(3)] InvitationDetails Details,
    [property: Id(4)] TimeSpan Lifetime,
    [property: Id(5)] AuditOrigin By
);

/// <summary>An acceptance under way: enough to finish it after a crash.</summary>
/// <param name="UserId">Who joins.</param>
/// <param name="NewPerson">What they gave of themselves, in their own words; null when they have an account.</param>
/// <param name="Details">What the invitation gives them.</param>
/// <param name="InvitedBy">Who answers for that.</param>
/// <param name="IpAddress">Where they accept from, or null when it is not known.</param>
[GenerateSerializer, Immutable, Alias("kayse.invitation-acceptance")]
public sealed record InvitationAcceptance(
    [property: Id(0)] string UserId,
    [property: Id(1)] NewPerson? NewPerson,
    [property: Id(2)] InvitationDetails Details,
    [property: Id(3)] Inviter InvitedBy,
    [property: Id(4)] string? IpAddress
)
{
    /// <summary>Whether they came by a link that was mailed to the address.</summary>
    [Id(5)]
    public bool ProvesAddress { get; init; }
}
