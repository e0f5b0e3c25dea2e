namespace Kayse.Grains.Reports;

/// <summary>Changes a schedule. What is null stays, but for days that no longer make sense.</summary>
[GenerateSerializer, Immutable, Alias("kayse.update-report-schedule")]
public sealed record UpdateReportSchedule
{
    /// <summary>How often.</summary>
    [Id(0)]
    public ReportEvery? Every { get; init; }

    /// <summary>At which full hour, 0 to 23.</summary>
    [Id(1)]
    public int? Hour { get; init; }

    /// <summary>On which day, for a weekly one.</summary>
    [Id(2)]
    public DayOfWeek? Weekday { get; init; }

    /// <summary>On which day, for a monthly one.</summary>
    [Id(3)]
    public int? DayOfMonth { get; init; }

    /// <summary>As which kind of file.</summary>
    [Id(4)]
    public ReportFormat? Format { get; init; }

    /// <summary>Who gets it, in place of those who did.</summary>
    [Id(5)]
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>The version that the change is meant for; null: any.</summary>
    [Id(6)]
    public long? ExpectedVersion { get; init; }
}
