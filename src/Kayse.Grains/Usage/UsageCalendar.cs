using Kayse.Grains.Notifications;
using NodaTime;
using NodaTime.Extensions;

namespace Kayse.Grains.Usage;

/// <summary>
/// Which day of a company's calendar an instant is on. Each month is cut by the time zone that the company had in it;
/// it begins where the month before ended, so that every instant is in one month whatever zones follow each other.
/// </summary>
internal sealed class UsageCalendar(IReadOnlyList<MonthlyZone> zones)
{
    private readonly Dictionary<DateOnly, DateTime> _starts = [];

    /// <summary>The first day of the month of a day.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The first day of the month of an instant.</summary>
    public DateOnly MonthOf(DateTime at)
    {
        var month = MonthOf(DateOnly.FromDateTime(at));
        return at < StartOf(month) ? month.AddMonths(-1)
            : at >= StartOf(month.AddMonths(1)) ? month.AddMonths(1)
            : month;
    }

    public DateOnly DayOf(DateTime at)
    {
        var month = MonthOf(at);
        var day = at.ToInstant().InZone(ZoneOf(month)).Date.ToDateOnly();
        var last = month.AddMonths(1).AddDays(-1);
        if (day < month)
            return month;
        if (day > last)
            return last;
        // By the same boundaries as the days themselves, where clocks are put back across midnight.
        return at < StartOf(day) ? day.AddDays(-1)
            : day < last && at >= StartOf(day.AddDays(1)) ? day.AddDays(1)
            : day;
    }

    /// <summary>When a day begins, and the one before ends; in UTC.</summary>
    public DateTime StartOf(DateOnly day)
    {
        if (_starts.TryGetValue(day, out var known))
            return known;
        // The month before decides where it ends.
        var zone = ZoneOf(MonthOf(day.AddDays(-1)));
        return _starts[day] = WallClock.InstantOf(day.ToLocalDate().AtMidnight(), zone).UtcDateTime;
    }

    private DateTimeZone ZoneOf(DateOnly month) =>
        DateTimeZoneProviders.Tzdb[(zones.LastOrDefault(zone => zone.From <= month) ?? zones[0]).TimeZone];
}
