using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>
/// What a member may give another (RO-5): nothing that they don't have themselves. To take away, or to leave as it was,
/// is always allowed.
/// </summary>
internal static class GrantRules
{
    /// <summary>
    /// Refuses what is more than the actor has, and <c>own_role</c> when it is themselves whom they change.
    /// </summary>
    /// <param name="acting">Who gives.</param>
    /// <param name="before">The member before; null when they are new.</param>
    /// <param name="next">The member after.</param>
    /// <param name="caseTypesOf">What a member's scopes allow; null means all.</param>
    public static void EnsureMayGive(
        MemberRecord acting,
        MemberRecord? before,
        MemberRecord next,
        Func<MemberRecord, IReadOnlyList<string>?> caseTypesOf
    )
    {
        if (before is not null && acting.UserId == next.UserId && DiffersInAccess(before, next))
            throw new RefusedException(MemberErrors.OwnRole);
        var allowed =
            next.Role <= acting.Role
            && next.Permissions.Except(before?.Permissions ?? [], StringComparer.Ordinal)
                .All(MemberRules.EffectivePermissions(acting).Contains)
            && GivesOnlyOwn(before is null ? [] : caseTypesOf(before), caseTypesOf(next), caseTypesOf(acting), CaseTypes.Comparer)
            && GivesOnlyOwn(before is null ? [] : AgentsOf(before), AgentsOf(next), AgentsOf(acting), StringComparer.Ordinal)
            && Loosened(before, next).All(loosened => MayOn(acting, loosened.AgentId, loosened.Permission));
        if (!allowed)
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    private static bool DiffersInAccess(MemberRecord before, MemberRecord next) =>
        before.Role != next.Role
        || before.CaseAccess != next.CaseAccess
        || Differ(before.ScopeIds, next.ScopeIds)
        || Differ(before.Permissions, next.Permissions)
        || before.AgentAccess != next.AgentAccess
        || Differ(before.AgentIds, next.AgentIds)
        || AgentRules.InWords(before.AgentOverrides) != AgentRules.InWords(next.AgentOverrides);

    private static bool Differ(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        !one.ToHashSet(StringComparer.Ordinal).SetEquals(other);

    private static IReadOnlyList<string>? AgentsOf(MemberRecord member) => member.AgentAccess == AccessMode.All ? null : member.AgentIds;

    // Null is all.
    private static bool GivesOnlyOwn(
        IReadOnlyList<string>? had,
        IReadOnlyList<string>? gets,
        IReadOnlyList<string>? own,
        StringComparer comparer
    ) => own is null || had is null || (gets is not null && !gets.Except(had, comparer).Except(own, comparer).Any());

    // What the overrides allow that they didn't before: what is newly granted, and what is no longer denied.
    private static IEnumerable<(string AgentId, string Permission)> Loosened(MemberRecord? before, MemberRecord next) =>
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

    private static bool MayOn(MemberRecord acting, string agentId, string permission)
    {
        var own = OverrideOf(acting, agentId);
        return !own.Deny.Contains(permission, StringComparer.Ordinal)
            && (
                own.Grant.Contains(permission, StringComparer.Ordinal)
                || MemberRules.EffectivePermissions(acting).Contains(permission, StringComparer.Ordinal)
            );
    }

    private static AgentOverride OverrideOf(MemberRecord? member, string agentId) =>
        member?.AgentOverrides.GetValueOrDefault(agentId) ?? AgentOverride.Nothing;
}
