using Kayse.Grains.Reports;

namespace Kayse.WebHost.Reports;

/// <summary>A report that is sent again and again.</summary>
/// <param name="Id">The schedule's id.</param>
/// <param name="Every">How often.</param>
/// <param name="Weekday">On which day of the week, for <c>week</c>.</param>
/// <param name="DayOfMonth">On which day, for <c>month</c>; in a month without it, on the last day.</param>
/// <param name="Hour">At which full hour, in the company's time zone.</param>
/// <param name="Format">The kind of file.</param>
/// <param name="Recipients">Who gets it, by user id. Who may no longer see billing gets nothing.</param>
/// <param name="NextAt">When it is sent next.</param>
internal sealed record ReportScheduleResponse(
    string Id,
    ReportEvery Every,
    DayOfWeek? Weekday,
    int? DayOfMonth,
    int Hour,
    ReportFormat Format,
    IReadOnlyList<string> Recipients,
    DateTimeOffset NextAt
)
{
    public static ReportScheduleResponse Of(ReportSchedule schedule) =>
        new(
            schedule.Id,
            schedule.Timing.Every,
            schedule.Timing.Weekday,
            schedule.Timing.DayOfMonth,
            schedule.Timing.Hour,
            schedule.Format,
            schedule.Recipients,
            schedule.NextAt
        );
}
