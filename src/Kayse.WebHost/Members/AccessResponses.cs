using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>What a member may do, and why.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company calls them.</param>
/// <param name="Status">Whether they may work there.</param>
/// <param name="Blocks">What keeps them from using their access; empty when nothing does.</param>
/// <param name="Access">What they may do.</param>
internal sealed record MemberAccessResponse(
    string UserId,
    string FullName,
    MemberStatus Status,
    IReadOnlyList<AccessBlockResponse> Blocks,
    EffectiveAccessResponse Access
)
{
    public static MemberAccessResponse Of(MemberAccess access) =>
        new(
            access.Member.UserId,
            access.Member.FullName,
            access.Member.Status,
            [.. access.Blocks.Select(block => new AccessBlockResponse(block.Kind, block.From))],
            EffectiveAccessResponse.Of(access.Access)
        );
}

/// <summary>Something that keeps a member from using their access.</summary>
/// <param name="Kind"><c>deactivated</c>: they can't use the company. <c>password_change_required</c>: they have to
/// choose a password first. <c>two_factor_required</c>: they have to set up a second factor first.
/// <c>email_not_verified</c>: they can't invite anybody yet.</param>
/// <param name="From">From when on; null: now.</param>
internal sealed record AccessBlockResponse(AccessBlockKind Kind, DateTimeOffset? From);

/// <summary>What somebody may do, with reasons as <c>POST /authorize</c> gives them.</summary>
/// <param name="Role">Their role.</param>
/// <param name="Permissions">Every permission, and whether they have it in general.</param>
/// <param name="CaseAccess">Every case type, or those of their scopes only.</param>
/// <param name="CaseTypes">With <c>assigned</c>, the case types that they see and the scopes that bring them; else
/// null.</param>
/// <param name="AgentAccess">Every agent, or the assigned ones only.</param>
/// <param name="Agents">The agents that are assigned to them or on which something differs.</param>
internal sealed record EffectiveAccessResponse(
    Role Role,
    IReadOnlyList<PermissionResponse> Permissions,
    AccessMode CaseAccess,
    IReadOnlyList<EffectiveCaseTypeResponse>? CaseTypes,
    AccessMode AgentAccess,
    IReadOnlyList<EffectiveAgentResponse> Agents
)
{
    public static EffectiveAccessResponse Of(AccessExplanation access) =>
        new(
            access.Role,
            PermissionResponse.Of(access.Permissions),
            access.CaseTypes is null ? AccessMode.All : AccessMode.Assigned,
            access.CaseTypes is { } caseTypes
                ? [.. caseTypes.Select(caseType => new EffectiveCaseTypeResponse(caseType.CaseType, caseType.ScopeIds))]
                : null,
            access.AgentAccess,
            [
                .. access.Agents.Select(agent => new EffectiveAgentResponse(
                    agent.AgentId,
                    agent.Allowed,
                    PermissionResponse.Of(agent.Exceptions)
                )),
            ]
        );
}

/// <summary>A permission, and whether it is allowed.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Allowed">Whether they have it.</param>
/// <param name="Reason">What decides it: their <c>role</c>, a <c>permission</c> granted or not granted to them, or an
/// exception on the <c>agent</c>.</param>
internal sealed record PermissionResponse(string Permission, bool Allowed, AuthorizationReason Reason)
{
    public static IReadOnlyList<PermissionResponse> Of(IReadOnlyList<PermissionExplanation> permissions) =>
        [.. permissions.Select(permission => new PermissionResponse(permission.Permission, permission.Allowed, permission.Reason))];
}

/// <summary>A case type that somebody sees.</summary>
/// <param name="CaseType">The case type.</param>
/// <param name="ScopeIds">The scopes of theirs that have it.</param>
internal sealed record EffectiveCaseTypeResponse(string CaseType, IReadOnlyList<string> ScopeIds);

/// <summary>What somebody may do with an agent.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Allowed">Whether they may use it.</param>
/// <param name="Exceptions">The permissions that are granted or denied on it, and what comes of that.</param>
internal sealed record EffectiveAgentResponse(string AgentId, bool Allowed, IReadOnlyList<PermissionResponse> Exceptions);

/// <summary>Somebody who may do what was asked for.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company calls them.</param>
/// <param name="Email">Their address.</param>
/// <param name="Role">Their role.</param>
/// <param name="Reason">Where they have it from: their <c>role</c>, a <c>permission</c> granted to them, or an exception
/// on the <c>agent</c>.</param>
internal sealed record AccessHolderResponse(string UserId, string FullName, string Email, Role Role, AuthorizationReason Reason)
{
    public static AccessHolderResponse Of(AccessHolder holder) =>
        new(holder.Member.UserId, holder.Member.FullName, holder.Member.Email, holder.Member.Role, holder.Reason);
}
