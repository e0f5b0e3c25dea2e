namespace Kayse.Grains.Members;

/// <summary>What one access allows that another doesn't.</summary>
internal static class AccessDifferences
{
    /// <summary>What the second allows and the first doesn't; the other way round it is what is lost.</summary>
    public static AccessDifference Gained(AccessExplanation before, AccessExplanation after)
    {
        var hasAllCases = before.CaseTypes is null;
        var hasAllAgents = before.AgentAccess == AccessMode.All;
        return new AccessDifference(
            [.. General(after).Except(General(before), StringComparer.Ordinal)],
            after.CaseTypes is null && !hasAllCases,
            hasAllCases ? [] : [.. CaseTypesOf(after).Except(CaseTypesOf(before), CaseTypes.Comparer)],
            after.AgentAccess == AccessMode.All && !hasAllAgents,
            hasAllAgents || after.AgentAccess == AccessMode.All ? [] : [.. Usable(after).Except(Usable(before), StringComparer.Ordinal)],
            [.. OnAgents(before, after)]
        );
    }

    // What is allowed on a single agent and wasn't; not what follows from a permission or an agent that is gained.
    private static IEnumerable<AgentPermission> OnAgents(AccessExplanation before, AccessExplanation after) =>
        from agentId in before.Agents.Concat(after.Agents).Select(agent => agent.AgentId).Distinct(StringComparer.Ordinal)
        from permission in Permissions.Grantable
        where May(after, agentId, permission) && !May(before, agentId, permission)
        let isGeneral = General(after).Contains(permission, StringComparer.Ordinal)
        let wasGeneral = General(before).Contains(permission, StringComparer.Ordinal)
        let isGainedAgent = !MayUse(before, agentId)
        where !(isGeneral && (!wasGeneral || isGainedAgent))
        select new AgentPermission(agentId, permission);

    private static bool May(AccessExplanation access, string agentId, string permission) =>
        MayUse(access, agentId)
        && (
            Find(access, agentId)?.Exceptions.FirstOrDefault(exception => exception.Permission == permission)?.Allowed
            ?? General(access).Contains(permission, StringComparer.Ordinal)
        );

    private static bool MayUse(AccessExplanation access, string agentId) =>
        Find(access, agentId)?.Allowed ?? access.AgentAccess == AccessMode.All;

    private static AgentExplanation? Find(AccessExplanation access, string agentId) =>
        access.Agents.FirstOrDefault(agent => agent.AgentId == agentId);

    private static IEnumerable<string> General(AccessExplanation access) =>
        access.Permissions.Where(permission => permission.Allowed).Select(permission => permission.Permission);

    private static IEnumerable<string> CaseTypesOf(AccessExplanation access) =>
        access.CaseTypes?.Select(caseType => caseType.CaseType) ?? [];

    private static IEnumerable<string> Usable(AccessExplanation access) =>
        access.Agents.Where(agent => agent.Allowed).Select(agent => agent.AgentId);
}
