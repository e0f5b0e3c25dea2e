using Kayse.Grains.Audit;
using Kayse.Grains.State;

namespace Kayse.Grains.Catalogue;

[NoPersonalData("Names of agents and case types, which belong to the company.")]
internal sealed record CatalogueState
{
    /// <summary>By name.</summary>
    public IReadOnlyList<CatalogueItem> Items
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>What the audit log doesn't have yet.</summary>
    public IReadOnlyList<AuditRecord> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}
