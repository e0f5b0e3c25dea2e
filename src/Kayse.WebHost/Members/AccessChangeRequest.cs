using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Members;

/// <summary>A change of somebody's access, among the members of a request; absent fields stay as they are.</summary>
internal abstract class AccessChangeRequest
{
    /// <summary>
    /// The new role. Whoever gets another than <c>user</c> loses scopes and sees every case type; back in the role
    /// <c>user</c> they still do, unless <c>caseAccess</c> says otherwise. A member loses granted permissions too.
    /// </summary>
    public Optional<Role?> Role { get; init; }

    /// <summary>
    /// <c>all</c>: every case type; scopes are taken away. <c>assigned</c>: those of the scopes, and none if there are
    /// none; only for the role <c>user</c>. Absent: <c>assigned</c> if <c>scopeIds</c> names any, else it stays.
    /// </summary>
    public Optional<AccessMode?> CaseAccess { get; init; }

    /// <summary>
    /// Replaces the scopes; only for the role <c>user</c>. An empty list, or null, needs <c>caseAccess</c> beside it
    /// for somebody who is restricted.
    /// </summary>
    public Optional<IReadOnlyList<string>?> ScopeIds { get; init; }

    /// <summary>
    /// Replaces the permissions beyond the role's; null or an empty list takes all away. Those that the role has anyway
    /// have no effect.
    /// </summary>
    public Optional<IReadOnlyList<string>?> Permissions { get; init; }

    /// <summary>
    /// <c>all</c>: every agent. <c>assigned</c>: those in <c>agentIds</c>, and none if there are none. Absent:
    /// <c>assigned</c> if <c>agentIds</c> names any, else it stays.
    /// </summary>
    public Optional<AccessMode?> AgentAccess { get; init; }

    /// <summary>
    /// Replaces the agents. An empty list, or null, needs <c>agentAccess</c> beside it for somebody who is restricted.
    /// </summary>
    public Optional<IReadOnlyList<string>?> AgentIds { get; init; }

    /// <summary>
    /// By agent id, permissions granted or denied there only. Replaces all of them; null takes them away.
    /// </summary>
    public Optional<IReadOnlyDictionary<string, AgentOverrideBody?>?> AgentOverrides { get; init; }

    public AccessChange ToAccess() =>
        new(
            Role.Value,
            CaseAccess.Value,
            ListOf(ScopeIds),
            ListOf(Permissions),
            AgentAccess.Value,
            ListOf(AgentIds),
            AgentOverrides.IsNull ? AgentOverride.None : AgentOverrideBody.ToCommand(AgentOverrides.Value)
        );

    /// <summary>The members that may be absent but not null, and which are.</summary>
    public (string Name, bool IsNull)[] NullMembers() =>
        [("role", Role.IsNull), ("caseAccess", CaseAccess.IsNull), ("agentAccess", AgentAccess.IsNull)];

    private static IReadOnlyList<string>? ListOf(Optional<IReadOnlyList<string>?> member) => member.IsNull ? [] : member.Value;
}
