using NodaTime;
using NodaTime.TimeZones;

namespace Kayse.Grains.Reports;

/// <summary>On which days reports are sent, and at which instants that is.</summary>
internal static class ReportTimes
{
    // When clocks go forward, the first instant after the gap; when they go back, the earlier of the two.
    private static readonly ZoneLocalMappingResolver _resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>The first day on which a report is sent after an instant.</summary>
    public static DateOnly FirstDay(ReportTiming timing, DateTimeZone zone, DateTimeOffset after)
    {
        var yesterday = Instant.FromDateTimeOffset(after).InZone(zone).Date.PlusDays(-1).ToDateOnly();
        var day = DayAfter(timing, yesterday);
        while (InstantOf(timing, zone, day) <= after)
            day = DayAfter(timing, day);
        return day;
    }

    /// <summary>The first day on which a report is sent after another day.</summary>
    public static DateOnly DayAfter(ReportTiming timing, DateOnly day) =>
        timing.Every switch
        {
            ReportEvery.Day => day.AddDays(1),
            ReportEvery.Week => day.AddDays(DaysBetween(day.DayOfWeek, timing.Weekday!.Value)),
            _ when DayIn(timing, day) is var date && date > day => date,
            _ => DayIn(timing, FirstOfMonth(day).AddMonths(1)),
        };

    /// <summary>The day before one on which a report is sent on which it was sent too.</summary>
    public static DateOnly DayBefore(ReportTiming timing, DateOnly day) =>
        timing.Every switch
        {
            ReportEvery.Day => day.AddDays(-1),
            ReportEvery.Week => day.AddDays(-7),
            _ => DayIn(timing, FirstOfMonth(day).AddMonths(-1)),
        };

    /// <summary>When a report is sent on a day.</summary>
    public static DateTimeOffset InstantOf(ReportTiming timing, DateTimeZone zone, DateOnly day) =>
        zone.ResolveLocal(LocalDate.FromDateOnly(day) + new LocalTime(timing.Hour, 0), _resolver).ToInstant().ToDateTimeOffset();

    private static int DaysBetween(DayOfWeek from, DayOfWeek to) => (to - from + 6) % 7 + 1;

    // The 31st is the last day of each month.
    private static DateOnly DayIn(ReportTiming timing, DateOnly month) =>
        new(month.Year, month.Month, Math.Min(timing.DayOfMonth!.Value, DateTime.DaysInMonth(month.Year, month.Month)));

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
