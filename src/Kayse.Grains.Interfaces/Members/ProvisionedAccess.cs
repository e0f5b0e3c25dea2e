namespace Kayse.Grains.Members;

/// <summary>What an identity provider lets a member do: never more than an Admin may.</summary>
[GenerateSerializer, Immutable, Alias("kayse.provisioned-access")]
public sealed record ProvisionedAccess
{
    /// <summary>A User who sees no case and no agent.</summary>
    public static readonly ProvisionedAccess Nothing = new();

    /// <summary>User or Admin.</summary>
    [Id(0)]
    public Role Role { get; init; }

    /// <summary>Whether they see every case type; an Admin always does.</summary>
    [Id(1)]
    public bool AllCases { get; init; }

    /// <summary>The scopes whose case types they see otherwise.</summary>
    [Id(2)]
    public IReadOnlyList<string> ScopeIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether they see every agent.</summary>
    [Id(3)]
    public bool AllAgents { get; init; }

    /// <summary>The agents that they see otherwise.</summary>
    [Id(4)]
    public IReadOnlyList<string> AgentIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether it gives anything.</summary>
    public bool IsNothing => Role == Role.User && !AllCases && ScopeIds.Count == 0 && !AllAgents && AgentIds.Count == 0;
}
