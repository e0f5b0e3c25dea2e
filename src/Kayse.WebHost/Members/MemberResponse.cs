using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>A member as the company's admins see them.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">Their name in this company.</param>
/// <param name="Email">Their address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="JobTitle">Or null.</param>
/// <param name="Role">Their role.</param>
/// <param name="CaseAccess">Every case type, or those of their scopes only.</param>
/// <param name="ScopeIds">Their scopes; with <c>assigned</c>, none means no case type.</param>
/// <param name="Permissions">Everything they may do, with what the role brings.</param>
/// <param name="AgentAccess">Every agent, or the assigned ones only.</param>
/// <param name="AgentIds">The agents that are assigned to them; with <c>assigned</c>, none means no agent.</param>
/// <param name="AgentOverrides">By agent id, what they may do there other than with the rest.</param>
/// <param name="TwoFactorEnabled">Whether they have a second factor: an authenticator app or a passkey.</param>
/// <param name="InitialPasswordExpiresAt">Until when a password that an admin set works; null if the person chose their
/// own.</param>
/// <param name="TwoFactorResetAt">When their second factors will be reset; null if that isn't planned.</param>
/// <param name="Status">Whether the member is active.</param>
/// <param name="LastActiveAt">When they were last active in the company; null if never.</param>
/// <param name="JoinedAt">When they joined.</param>
/// <param name="PhotoUrl">Their photo, or null.</param>
internal sealed record MemberResponse(
    string UserId,
    string FullName,
    string Email,
    string? PhoneNumber,
    string? JobTitle,
    Role Role,
    AccessMode CaseAccess,
    IReadOnlyList<string> ScopeIds,
    IReadOnlyList<string> Permissions,
    AccessMode AgentAccess,
    IReadOnlyList<string> AgentIds,
    IReadOnlyDictionary<string, AgentOverrideBody> AgentOverrides,
    bool TwoFactorEnabled,
    DateTimeOffset? InitialPasswordExpiresAt,
    DateTimeOffset? TwoFactorResetAt,
    MemberStatus Status,
    DateTimeOffset? LastActiveAt,
    DateTimeOffset JoinedAt,
    string? PhotoUrl
)
{
    public static MemberResponse Of(MemberView member) =>
        new(
            member.UserId,
            member.FullName,
            member.Email,
            member.PhoneNumber,
            member.JobTitle,
            member.Access.Role,
            member.Access.CaseAccess,
            member.Access.ScopeIds,
            member.Access.EffectivePermissions(),
            member.Access.AgentAccess,
            member.Access.AgentIds,
            AgentOverrideBody.Of(member.Access.AgentOverrides),
            member.TwoFactorEnabled,
            member.InitialPasswordExpiresAt,
            member.TwoFactorResetAt,
            member.Status,
            member.LastActiveAt,
            member.JoinedAt,
            Http.PhotoUrl.Of(member.Photo)
        );
}
