namespace Kayse.Grains.Reports;

/// <summary>A report that is sent again and again (CO-9).</summary>
/// <param name="Id">The schedule's.</param>
/// <param name="Timing">When.</param>
/// <param name="Format">As which kind of file.</param>
/// <param name="Recipients">The members who get it, of whom each may see billing when it is sent, or gets nothing.</param>
/// <param name="NextAt">When it is sent next.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.report-schedule")]
public sealed record ReportSchedule(
    [property: Id(0)] string Id,
    [property: Id(1)] ReportTiming Timing,
    [property: Id(2)] ReportFormat Format,
    [property: Id(3)] IReadOnlyList<string> Recipients,
    [property: Id(4)] DateTimeOffset NextAt,
    [property: Id(5)] long Version
);
