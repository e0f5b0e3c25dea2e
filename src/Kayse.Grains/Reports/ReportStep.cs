using System.Text.Json.Serialization;
using Kayse.Grains.Audit;

namespace Kayse.Grains.Reports;

/// <summary>What has to follow from a change of schedules, or from the time; <see cref="CompanyReportsGrain"/> executes it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(RecordScheduleChange), "record_change")]
[JsonDerivedType(typeof(SendReport), "send")]
internal abstract record ReportStep;

/// <summary>Records a change in the audit log.</summary>
internal sealed record RecordScheduleChange(AuditRecord Record) : ReportStep;

/// <summary>Sends a report to those of its recipients who may see billing now.</summary>
/// <param name="ScheduleId">The schedule's id; with the days it tells one report from all others.</param>
/// <param name="Format">As which kind of file.</param>
/// <param name="Recipients">User ids.</param>
/// <param name="From">The first day that it is about.</param>
/// <param name="To">The day after the last.</param>
internal sealed record SendReport(string ScheduleId, ReportFormat Format, IReadOnlyList<string> Recipients, DateOnly From, DateOnly To)
    : ReportStep
{
    /// <summary>When it should have been sent; null when it is sent in time.</summary>
    public DateTimeOffset? WasDueAt { get; init; }

    /// <summary>Where its file is put.</summary>
    public required string FileKey { get; init; }

    /// <summary>From when on its mails are pointless, and its file can go.</summary>
    public DateTimeOffset NotAfter { get; init; }
}
