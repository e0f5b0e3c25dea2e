using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>
/// What a member may give another (RO-5): nothing that they don't have themselves. To take away, or to leave as it was,
/// is always allowed.
/// </summary>
internal static class GrantRules
{
    /// <summary>Refuses <c>own_role</c> when a change concerns the actor's own access, and what they may not give.</summary>
    /// <param name="acting">Who changes.</param>
    /// <param name="before">The member before.</param>
    /// <param name="next">The member after.</param>
    /// <param name="caseTypesOf">What the scopes of an access allow; null means all.</param>
    public static void EnsureMayChange(
        MemberRecord acting,
        MemberRecord before,
        MemberRecord next,
        Func<AccessGrant, IReadOnlyList<string>?> caseTypesOf
    )
    {
        if (acting.UserId == next.UserId && Differ(before.Access, next.Access))
            throw new RefusedException(MemberErrors.OwnRole);
        EnsureMayGive(acting.Access, before.Access, next.Access, caseTypesOf);
    }

    /// <summary>Refuses what is more than the giver has.</summary>
    /// <param name="own">What the giver has.</param>
    /// <param name="before">What somebody has before; null when they are new.</param>
    /// <param name="next">What they have after.</param>
    /// <param name="caseTypesOf">What the scopes of an access allow; null means all.</param>
    public static void EnsureMayGive(
        AccessGrant own,
        AccessGrant? before,
        AccessGrant next,
        Func<AccessGrant, IReadOnlyList<string>?> caseTypesOf
    )
    {
        var allowed =
            next.Role <= own.Role
            && next.Permissions.Except(before?.Permissions ?? [], StringComparer.Ordinal).All(own.EffectivePermissions().Contains)
            && GivesOnlyOwn(before is null ? [] : caseTypesOf(before), caseTypesOf(next), caseTypesOf(own), CaseTypes.Comparer)
            && GivesOnlyOwn(before is null ? [] : AgentsOf(before), AgentsOf(next), AgentsOf(own), StringComparer.Ordinal)
            && Loosened(before, next).All(loosened => MayOn(own, loosened.AgentId, loosened.Permission));
        if (!allowed)
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    private static bool Differ(AccessGrant before, AccessGrant next) =>
        before.Role != next.Role
        || before.CaseAccess != next.CaseAccess
        || Differ(before.ScopeIds, next.ScopeIds)
        || Differ(before.Permissions, next.Permissions)
        || before.AgentAccess != next.AgentAccess
        || Differ(before.AgentIds, next.AgentIds)
        || AgentRules.InWords(before.AgentOverrides) != AgentRules.InWords(next.AgentOverrides);

    private static bool Differ(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        !one.ToHashSet(StringComparer.Ordinal).SetEquals(other);

    private static IReadOnlyList<string>? AgentsOf(AccessGrant access) => access.AgentAccess == AccessMode.All ? null : access.AgentIds;

    // Null is all.
    private static bool GivesOnlyOwn(
        IReadOnlyList<string>? had,
        IReadOnlyList<string>? gets,
        IReadOnlyList<string>? own,
        StringComparer comparer
    ) => own is null || had is null || (gets is not null && !gets.Except(had, comparer).Except(own, comparer).Any());

    // What the overrides allow that they didn't before: what is newly granted, and what is no longer denied.
    private static IEnumerable<(string AgentId, string Permission)> Loosened(AccessGrant? before, AccessGrant next) =>
        next
            .AgentOverrides.SelectMany(agent =>
                agent
                    .Value.Grant.Except(OverrideOf(before, agent.Key).Grant, StringComparer.Ordinal)
                    .Select(permission => (agent.Key, permission))
            )
            .Concat(
                (before?.AgentOverrides ?? AgentOverride.None).SelectMany(agent =>
                    agent
                        .Value.Deny.Except(OverrideOf(next, agent.Key).Deny, StringComparer.Ordinal)
                        .Select(permission => (agent.Key, permission))
                )
            );

    private static bool MayOn(AccessGrant own, string agentId, string permission)
    {
        var here = OverrideOf(own, agentId);
        return !here.Deny.Contains(permission, StringComparer.Ordinal)
            && (
                here.Grant.Contains(permission, StringComparer.Ordinal)
                || own.EffectivePermissions().Contains(permission, StringComparer.Ordinal)
            );
    }

    private static AgentOverride OverrideOf(AccessGrant? access, string agentId) =>
        access?.AgentOverrides.GetValueOrDefault(agentId) ?? AgentOverride.Nothing;
}
