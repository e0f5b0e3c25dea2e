namespace Kayse.Grains.Members;

/// <summary>A member as the company's admins see them.</summary>
[GenerateSerializer, Immutable, Alias("kayse.member-view")]
public sealed record MemberView(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] string? PhoneNumber,
    [property: Id(4)] string? JobTitle,
    [property: Id(5)] Role Role,
    [property: Id(6)] IReadOnlyList<string> ScopeIds,
    [property: Id(7)] IReadOnlyList<string> Permissions,
    [property: Id(8)] IReadOnlyList<string> AgentIds,
    [property: Id(9)] MemberStatus Status,
    [property: Id(10)] DateTimeOffset JoinedAt
)
{
    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    [Id(11)]
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides { get; init; } = AgentOverride.None;

    /// <summary>Grows with every change.</summary>
    [Id(12)]
    public long Version { get; init; }

    /// <summary>When they last used a session in the company; null when they never have.</summary>
    [Id(13)]
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>The name of the person's photo, or null.</summary>
    [Id(14)]
    public string? Photo { get; init; }

    /// <summary>Whether they see every case type, or those of their scopes only.</summary>
    [Id(15)]
    public AccessMode CaseAccess { get; init; }

    /// <summary>Whether they see every agent, or the assigned ones only.</summary>
    [Id(16)]
    public AccessMode AgentAccess { get; init; }
}
