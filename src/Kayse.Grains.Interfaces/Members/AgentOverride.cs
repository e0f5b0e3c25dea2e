namespace Kayse.Grains.Members;

/// <summary>
/// What a member may do with one agent, other than with the rest (RO-4). Where a permission is in both lists it is
/// denied.
/// </summary>
/// <param name="Grant">Permissions given for this agent only; being assigned to the agent is not among them.</param>
/// <param name="Deny">Permissions taken for this agent only.</param>
[GenerateSerializer, Immutable, Alias("kayse.agent-override")]
public sealed record AgentOverride([property: Id(0)] IReadOnlyList<string> Grant, [property: Id(1)] IReadOnlyList<string> Deny)
{
    /// <summary>No overrides at all.</summary>
    public static readonly IReadOnlyDictionary<string, AgentOverride> None = new Dictionary<string, AgentOverride>(
        StringComparer.Ordinal
    );

    /// <summary>Neither grants nor denies anything.</summary>
    public static readonly AgentOverride Nothing = new([], []);
}
