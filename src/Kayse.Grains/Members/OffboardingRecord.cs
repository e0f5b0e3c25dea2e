using Kayse.Grains.State;

namespace Kayse.Grains.Members;

/// <summary>What is kept of how a member lost their access.</summary>
/// <param name="Id">Tells a repetition from another loss of access.</param>
/// <param name="FullName">What the company called them.</param>
/// <param name="Status">Whether they can be reactivated.</param>
/// <param name="At">When.</param>
/// <param name="ByUserId">Who took it away; null when a service key or the identity provider did.</param>
/// <param name="Ended">What ended.</param>
/// <param name="AgentIds">The agents that were assigned to them.</param>
/// <param name="ScopeIds">The scopes that they had.</param>
[GenerateSerializer, Immutable, Alias("kayse.offboarding-record")]
internal sealed record OffboardingRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string FullName,
    [property: Id(2)] OffboardingStatus Status,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string? ByUserId,
    [property: Id(5)] IReadOnlyList<EndedAccess> Ended,
    [property: Id(6)] IReadOnlyList<string> AgentIds,
    [property: Id(7)] IReadOnlyList<string> ScopeIds
)
{
    /// <summary>Whether the company's identity provider took it away; it alone, or an admin, gives it back.</summary>
    [Id(8)]
    public bool ByDirectory { get; init; }
}

[NoPersonalData("What a company has to reassign belongs to the company.")]
internal sealed record OffboardingState
{
    /// <summary>Null when the member has not lost their access, or has it again.</summary>
    public OffboardingRecord? Record { get; init; }
}
