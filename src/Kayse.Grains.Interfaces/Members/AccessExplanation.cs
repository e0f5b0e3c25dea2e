namespace Kayse.Grains.Members;

/// <summary>
/// What somebody may do and why (RO-8): what <see cref="AuthorizationRules"/> would answer, for every permission, case
/// type and agent.
/// </summary>
/// <param name="Role">Their role.</param>
/// <param name="Permissions">Every permission, whether they have it in general, and why.</param>
/// <param name="CaseTypes">The case types that they see, each with the scopes that bring it; null means all.</param>
/// <param name="AgentAccess">Whether they may use every agent, or the assigned ones only.</param>
/// <param name="Agents">The agents that are assigned to them or on which something differs.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-explanation")]
public sealed record AccessExplanation(
    [property: Id(0)] Role Role,
    [property: Id(1)] IReadOnlyList<PermissionExplanation> Permissions,
    [property: Id(2)] IReadOnlyList<CaseTypeExplanation>? CaseTypes,
    [property: Id(3)] AccessMode AgentAccess,
    [property: Id(4)] IReadOnlyList<AgentExplanation> Agents
);

/// <summary>Whether somebody has a permission, and why.</summary>
/// <param name="Permission">One of <see cref="Permissions.All"/>.</param>
/// <param name="Allowed">Whether they have it.</param>
/// <param name="Reason">What decided it.</param>
[GenerateSerializer, Immutable, Alias("kayse.permission-explanation")]
public sealed record PermissionExplanation(
    [property: Id(0)] string Permission,
    [property: Id(1)] bool Allowed,
    [property: Id(2)] AuthorizationReason Reason
);

/// <summary>A case type that somebody sees.</summary>
/// <param name="CaseType">The case type.</param>
/// <param name="ScopeIds">Which of their scopes have it.</param>
[GenerateSerializer, Immutable, Alias("kayse.case-type-explanation")]
public sealed record CaseTypeExplanation([property: Id(0)] string CaseType, [property: Id(1)] IReadOnlyList<string> ScopeIds);

/// <summary>What somebody may do with an agent.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Allowed">Whether they may use it.</param>
/// <param name="Exceptions">The permissions that are granted or denied on this agent, and what comes of that.</param>
[GenerateSerializer, Immutable, Alias("kayse.agent-explanation")]
public sealed record AgentExplanation(
    [property: Id(0)] string AgentId,
    [property: Id(1)] bool Allowed,
    [property: Id(2)] IReadOnlyList<PermissionExplanation> Exceptions
);
