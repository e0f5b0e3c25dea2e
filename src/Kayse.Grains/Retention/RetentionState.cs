using Kayse.Grains.Audit;
using Kayse.Grains.State;

namespace Kayse.Grains.Retention;

[NoPersonalData("How long a company keeps what.")]
internal sealed record RetentionState
{
    /// <summary>What the company has chosen.</summary>
    public RetentionDays Days
    {
        get;
        init => field = value ?? RetentionDays.Default;
    } = RetentionDays.Default;

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>What the audit log doesn't have yet; it is told its period with each.</summary>
    public IReadOnlyList<AuditRecord> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}
