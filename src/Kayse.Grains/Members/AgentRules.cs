using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>What can be said of agents when a member or an invitation is given some (RO-4).</summary>
internal static class AgentRules
{
    private const int BytesOfEscaped = 6;
    private const int BytesOfQuotes = 3;

    /// <summary>The agents, each once; notes an error when there are too many or one can't be an id.</summary>
    public static IReadOnlyList<string> CheckAgents(FieldErrors errors, IReadOnlyList<string> agentIds)
    {
        if (agentIds.Count > FieldLimits.AgentsOfPerson || !agentIds.All(IsId))
            errors.Add("agentIds", $"Give up to {FieldLimits.AgentsOfPerson} ids of 1 to {FieldLimits.AgentId} characters.");
        return [.. agentIds.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The overrides, each permission once and no agent without any; notes an error when there are too many, or one
    /// names what there isn't.
    /// </summary>
    public static IReadOnlyDictionary<string, AgentOverride> CheckOverrides(
        FieldErrors errors,
        IReadOnlyDictionary<string, AgentOverride> overrides
    )
    {
        if (overrides.Count > FieldLimits.AgentsOfPerson || !overrides.Keys.All(IsId))
            errors.Add(
                "agentOverrides",
                $"Give up to {FieldLimits.AgentsOfPerson} agents, by ids of 1 to {FieldLimits.AgentId} characters."
            );
        if (!overrides.Values.SelectMany(agent => agent.Grant.Concat(agent.Deny)).All(Permissions.IsGrantable))
            errors.Add("agentOverrides", $"Only these can be granted or denied: {string.Join(", ", Permissions.Grantable)}.");
        return overrides
            .Where(agent => agent.Value.Grant.Count + agent.Value.Deny.Count > 0)
            .ToDictionary(agent => agent.Key, agent => Once(agent.Value), StringComparer.Ordinal);
    }

    /// <summary>Notes an error when agents and overrides are too much together.</summary>
    public static void CheckSize(FieldErrors errors, IReadOnlyList<string> agentIds, IReadOnlyDictionary<string, AgentOverride> overrides)
    {
        if (SizeOf(agentIds, overrides) > FieldLimits.AgentCharactersOfPerson)
            errors.Add("agentIds", $"Agents and overrides may have up to {FieldLimits.AgentCharactersOfPerson} characters together.");
    }

    /// <summary>As many of the agents, in order, as somebody with these overrides can have.</summary>
    public static IReadOnlyList<string> Fitting(IReadOnlyList<string> agentIds, IReadOnlyDictionary<string, AgentOverride> overrides)
    {
        var room = FieldLimits.AgentCharactersOfPerson - SizeOf([], overrides);
        return
        [
            .. agentIds
                .Where(IsId)
                .Distinct(StringComparer.Ordinal)
                .Take(FieldLimits.AgentsOfPerson)
                .TakeWhile(id => (room -= BytesOf(id)) >= 0),
        ];
    }

    /// <summary>The overrides in one text, the same for the same overrides; null for none.</summary>
    public static string? InWords(IReadOnlyDictionary<string, AgentOverride> overrides) =>
        overrides.Count == 0
            ? null
            : string.Join(
                "; ",
                overrides
                    .OrderBy(agent => agent.Key, StringComparer.Ordinal)
                    .Select(agent => $"{agent.Key}: +{string.Join(',', agent.Value.Grant)} -{string.Join(',', agent.Value.Deny)}")
            );

    private static int SizeOf(IReadOnlyList<string> agentIds, IReadOnlyDictionary<string, AgentOverride> overrides) =>
        agentIds.Concat(overrides.Keys).Concat(overrides.Values.SelectMany(agent => agent.Grant.Concat(agent.Deny))).Sum(BytesOf);

    private static int BytesOf(string? text) => BytesOfQuotes + (text ?? "").Sum(letter => char.IsAscii(letter) ? 1 : BytesOfEscaped);

    private static bool IsId(string id) => !string.IsNullOrWhiteSpace(id) && id.Length <= FieldLimits.AgentId;

    private static AgentOverride Once(AgentOverride agent) =>
        new([.. Permissions.Grantable.Where(agent.Grant.Contains)], [.. Permissions.Grantable.Where(agent.Deny.Contains)]);
}
