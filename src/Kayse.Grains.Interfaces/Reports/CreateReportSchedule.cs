namespace Kayse.Grains.Reports;

/// <summary>Makes a schedule; nothing is checked yet.</summary>
/// <param name="ScheduleId">
/// The new schedule's; a command that is repeated with the same id answers the same schedule.
/// </param>
/// <param name="Timing">When.</param>
/// <param name="Format">As which kind of file.</param>
/// <param name="Recipients">1 to 20 members who may see billing.</param>
[GenerateSerializer, Immutable, Alias("kayse.create-report-schedule")]
public sealed record CreateReportSchedule(
    [property: Id(0)] string ScheduleId,
    [property: Id(1)] ReportTiming Timing,
    [property: Id(2)] ReportFormat Format,
    [property: Id(3)] IReadOnlyList<string> Recipients
);
