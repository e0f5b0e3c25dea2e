using Kayse.Grains.Audit;
using Kayse.Grains.State;

namespace Kayse.Grains.BusinessHours;

[NoPersonalData("When a company is open.")]
internal sealed record BusinessHoursState
{
    /// <summary>Null: no hours are set.</summary>
    public BusinessSchedule? Schedule { get; init; }

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>Who wants to be told when the company opens and closes.</summary>
    public IReadOnlyList<string> Subscribers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The last change that they were told, or how it was when the first of them came; null while there is none.</summary>
    public OpeningChange? Told { get; init; }

    /// <summary>What the audit log doesn't have yet.</summary>
    public IReadOnlyList<AuditRecord> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}
