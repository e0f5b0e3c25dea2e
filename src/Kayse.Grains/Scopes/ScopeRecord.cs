using Kayse.Grains.Companies;
using Kayse.Grains.State;

namespace Kayse.Grains.Scopes;

/// <summary>A named group of case types, as its company keeps it (RO-2).</summary>
[NoPersonalData("Scopes belong to the company.")]
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

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<CompanyStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    public ScopeView ViewFor(int memberCount) => new(Id, Name, CaseTypes, memberCount, Version);
}
