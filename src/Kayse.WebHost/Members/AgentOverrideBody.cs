using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>What somebody may do with one agent, other than with the rest. What is in both lists is denied.</summary>
/// <param name="Grant">Permissions given for this agent only.</param>
/// <param name="Deny">Permissions taken for this agent only.</param>
internal sealed record AgentOverrideBody(IReadOnlyList<string>? Grant, IReadOnlyList<string>? Deny)
{
    /// <summary>As answers show them.</summary>
    public static IReadOnlyDictionary<string, AgentOverrideBody> Of(IReadOnlyDictionary<string, AgentOverride> overrides) =>
        overrides.ToDictionary(
            agent => agent.Key,
            agent => new AgentOverrideBody(agent.Value.Grant, agent.Value.Deny),
            StringComparer.Ordinal
        );

    /// <summary>As commands take them.</summary>
    public static IReadOnlyDictionary<string, AgentOverride>? ToCommand(IReadOnlyDictionary<string, AgentOverrideBody?>? overrides) =>
        overrides?.ToDictionary(
            agent => agent.Key,
            agent => new AgentOverride(agent.Value?.Grant ?? [], agent.Value?.Deny ?? []),
            StringComparer.Ordinal
        );
}
