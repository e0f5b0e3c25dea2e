using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>The access of somebody new, among the members of a request.</summary>
internal abstract class AccessRequest
{
    /// <summary>Their role; not above your own.</summary>
    public required Role? Role { get; init; }

    /// <summary>
    /// <c>all</c>: every case type. <c>assigned</c>: those of the scopes in <c>scopeIds</c>, and none if there are
    /// none; only for the role <c>user</c>. Without it: <c>assigned</c> if <c>scopeIds</c> names any, else <c>all</c>.
    /// </summary>
    public AccessMode? CaseAccess { get; init; }

    /// <summary>Their scopes; only for the role <c>user</c>.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Permissions beyond the role's.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>
    /// <c>all</c>: every agent. <c>assigned</c>: those in <c>agentIds</c>, and none if there are none. Without it:
    /// <c>assigned</c> if <c>agentIds</c> names any, else <c>all</c>.
    /// </summary>
    public AccessMode? AgentAccess { get; init; }

    /// <summary>The agents that are assigned to them.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>By agent id, permissions granted or denied there only.</summary>
    public IReadOnlyDictionary<string, AgentOverrideBody?>? AgentOverrides { get; init; }

    public AccessChange ToAccess() =>
        new(Role, CaseAccess, ScopeIds, Permissions, AgentAccess, AgentIds, AgentOverrideBody.ToCommand(AgentOverrides));
}
