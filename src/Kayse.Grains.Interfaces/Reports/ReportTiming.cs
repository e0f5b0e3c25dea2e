namespace Kayse.Grains.Reports;

/// <summary>How often a report is sent.</summary>
[GenerateSerializer, Alias("kayse.report-every")]
public enum ReportEvery
{
    /// <summary>Each day, about the day before.</summary>
    Day = 0,

    /// <summary>Each week, about the seven days before.</summary>
    Week = 1,

    /// <summary>Each month, about the days since it was sent in the month before.</summary>
    Month = 2,
}

/// <summary>When a report is sent, by the clock in the company's time zone.</summary>
/// <param name="Every">How often.</param>
/// <param name="Hour">At which full hour, 0 to 23.</param>
/// <param name="Weekday">On which day, for a weekly one; otherwise null.</param>
/// <param name="DayOfMonth">
/// On which day, 1 to 31, for a monthly one; otherwise null. In a month without it, on the last.
/// </param>
[GenerateSerializer, Immutable, Alias("kayse.report-timing")]
public sealed record ReportTiming(
    [property: Id(0)] ReportEvery Every,
    [property: Id(1)] int Hour,
    [property: Id(2)] DayOfWeek? Weekday = null,
    [property: Id(3)] int? DayOfMonth = null
);
