using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>What a change would do to a member's access.</summary>
/// <param name="Before">What they may do now.</param>
/// <param name="After">What they could do afterwards.</param>
/// <param name="Grants">What they would gain.</param>
/// <param name="Takes">What they would lose.</param>
internal sealed record AccessPreviewResponse(
    EffectiveAccessResponse Before,
    EffectiveAccessResponse After,
    AccessDifferenceResponse Grants,
    AccessDifferenceResponse Takes
)
{
    public static AccessPreviewResponse Of(AccessPreview preview) =>
        new(
            EffectiveAccessResponse.Of(preview.Before),
            EffectiveAccessResponse.Of(preview.After),
            AccessDifferenceResponse.Of(preview.Grants),
            AccessDifferenceResponse.Of(preview.Takes)
        );
}

/// <summary>What is gained, or what is lost.</summary>
/// <param name="Permissions">Permissions in general.</param>
/// <param name="AllCaseTypes">Whether it is about every case type.</param>
/// <param name="CaseTypes">Else the case types.</param>
/// <param name="AllAgents">Whether it is about every agent.</param>
/// <param name="AgentIds">Else the agents.</param>
/// <param name="AgentPermissions">Permissions on single agents, other than what follows from the rest.</param>
internal sealed record AccessDifferenceResponse(
    IReadOnlyList<string> Permissions,
    bool AllCaseTypes,
    IReadOnlyList<string> CaseTypes,
    bool AllAgents,
    IReadOnlyList<string> AgentIds,
    IReadOnlyList<AgentPermissionResponse> AgentPermissions
)
{
    public static AccessDifferenceResponse Of(AccessDifference difference) =>
        new(
            difference.Permissions,
            difference.AllCaseTypes,
            difference.CaseTypes,
            difference.AllAgents,
            difference.AgentIds,
            [.. difference.AgentPermissions.Select(on => new AgentPermissionResponse(on.AgentId, on.Permission))]
        );
}

/// <summary>A permission on one agent.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Permission">The permission.</param>
internal sealed record AgentPermissionResponse(string AgentId, string Permission);
