using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>Invites a person, in the inviter's words: nothing is checked yet.</summary>
/// <param name="InvitationId">The new invitation's id; repeating a command with the same id and address answers the
/// same invitation.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Any form of the address.</param>
/// <param name="Role">The role to give.</param>
/// <param name="PhoneNumber">International form, or national with <paramref name="PhoneCountry"/>; null, blank or a
/// bare country code for none.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2, or null.</param>
/// <param name="JobTitle">Or null.</param>
/// <param name="ScopeIds">Null for none.</param>
/// <param name="Permissions">Null for none.</param>
/// <param name="AgentIds">Null for none.</param>
[GenerateSerializer, Immutable, Alias("kayse.invite-member")]
public sealed record InviteMember(
    [property: Id(0)] string InvitationId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] Role Role,
    [property: Id(4)] string? PhoneNumber,
    [property: Id(5)] string? PhoneCountry,
    [property: Id(6)] string? JobTitle,
    [property: Id(7)] IReadOnlyList<string>? ScopeIds,
    [property: Id(8)] IReadOnlyList<string>? Permissions,
    [property: Id(9)] IReadOnlyList<string>? AgentIds
)
{
    /// <summary>By agent id, what they may do there other than with the rest; null for none.</summary>
    [Id(10)]
    public IReadOnlyDictionary<string, AgentOverride>? AgentOverrides { get; init; }

    /// <summary>
    /// Every case type, or those of their scopes only; null when that isn't said: all, or assigned where scopes are
    /// named.
    /// </summary>
    [Id(11)]
    public AccessMode? CaseAccess { get; init; }

    /// <summary>As <see cref="CaseAccess"/>, for agents.</summary>
    [Id(12)]
    public AccessMode? AgentAccess { get; init; }
}

/// <summary>What came of inviting: one of the two.</summary>
/// <param name="Invitation">The invitation that was sent, or null.</param>
/// <param name="Member">The admin of another company who was added at once (IN-8), or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.invited")]
public sealed record Invited([property: Id(0)] InvitationView? Invitation, [property: Id(1)] MemberView? Member);
