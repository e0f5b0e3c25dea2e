using Kayse.Grains.Audit;

namespace Kayse.Grains.BusinessHours;

internal sealed record BusinessHoursState
{
    /// <summary>Null: no hours are set.</summary>
    public BusinessSchedule? Schedule { get; init; }

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>What the audit log doesn't have yet.</summary>
    public IReadOnlyList<AuditRecord> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}
