using Kayse.Grains.State;

namespace Kayse.Grains.Scopes;

/// <summary>A named group of case types, as its company keeps it (RO-2).</summary>
internal sealed record ScopeRecord : ISegmentItem
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> CaseTypes { get; init; } = [];

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>
    /// Whether it is being deleted: it allows nobody anything any more, and goes when its members are without it.
    /// </summary>
    public bool Deleted { get; init; }

    /// <summary>Whether there are members who have not been told yet what it is now.</summary>
    public bool Pushing { get; init; }

    /// <summary>What others have not been told yet of its last changes.</summary>
    public IReadOnlyList<Announcement> Announcing { get; init; } = [];

    public ScopeView ViewFor(int memberCount) => new(Id, Name, CaseTypes, memberCount, Version);
}
