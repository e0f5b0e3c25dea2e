namespace Kayse.Grains.Members;

/// <summary>What a change of a member would do to their access (RO-8). Nothing was changed.</summary>
/// <param name="Before">What they may do now.</param>
/// <param name="After">What they could do afterwards.</param>
/// <param name="Grants">What they would gain.</param>
/// <param name="Takes">What they would lose.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-preview")]
public sealed record AccessPreview(
    [property: Id(0)] AccessExplanation Before,
    [property: Id(1)] AccessExplanation After,
    [property: Id(2)] AccessDifference Grants,
    [property: Id(3)] AccessDifference Takes
);

/// <summary>One direction of a change of access.</summary>
/// <param name="Permissions">Permissions in general.</param>
/// <param name="AllCaseTypes">Whether it is about every case type, whatever the company has or will have.</param>
/// <param name="CaseTypes">Else the case types.</param>
/// <param name="AllAgents">Whether it is about every agent, whatever the company has or will have.</param>
/// <param name="AgentIds">Else the agents.</param>
/// <param name="AgentPermissions">Permissions on single agents, other than what follows from the rest.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-difference")]
public sealed record AccessDifference(
    [property: Id(0)] IReadOnlyList<string> Permissions,
    [property: Id(1)] bool AllCaseTypes,
    [property: Id(2)] IReadOnlyList<string> CaseTypes,
    [property: Id(3)] bool AllAgents,
    [property: Id(4)] IReadOnlyList<string> AgentIds,
    [property: Id(5)] IReadOnlyList<AgentPermission> AgentPermissions
)
{
    /// <summary>Whether it is nothing.</summary>
    public bool IsEmpty =>
        Permissions.Count == 0
        && !AllCaseTypes
        && CaseTypes.Count == 0
        && !AllAgents
        && AgentIds.Count == 0
        && AgentPermissions.Count == 0;
}

/// <summary>A permission on one agent.</summary>
[GenerateSerializer, Immutable, Alias("kayse.agent-permission")]
public sealed record AgentPermission([property: Id(0)] string AgentId, [property: Id(1)] string Permission);
