using NodaTime;
using NodaTime.TimeZones;

namespace Kayse.Grains.BusinessHours;

/// <summary>
/// A schedule on the time line. Times are those of the clock on the wall: one that a spring day skips is the instant at
/// which the clock goes on, and one that an autumn day has twice is its first.
/// </summary>
internal static class OpenHours
{
    /// <summary>How far before and after an instant is looked.</summary>
    private const int HorizonDays = 400;

    // Enough for nearly all schedules, and much less work.
    private const int NearDays = 10;

    private static readonly ZoneLocalMappingResolver _resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>Whether a company with these hours is open at an instant, since when, and until when.</summary>
    public static BusinessHoursStatus At(BusinessSchedule? schedule, DateTimeOffset instant)
    {
        if (schedule is null)
            return new(Open: true, null, null, null, null, BusinessHoursReason.NotSet, null);
        var near = At(schedule, Instant.FromDateTimeOffset(instant), NearDays);
        return near is { Since: not null, NextOpen: not null, NextClose: not null }
            ? near
            : At(schedule, Instant.FromDateTimeOffset(instant), HorizonDays);
    }

    private static BusinessHoursStatus At(BusinessSchedule schedule, Instant at, int days)
    {
        var zone = DateTimeZoneProviders.Tzdb[schedule.TimeZone];
        var today = at.InZone(zone).Date;
        var times = OfDays(schedule, zone, today.PlusDays(-days), today.PlusDays(days));
        var next = times.FindIndex(time => time.End > at);
        var current = next >= 0 && times[next].Start <= at ? times[next] : null;
        var previous = next < 0 ? times.LastOrDefault() : times.ElementAtOrDefault(next - 1);
        var opensNext = next < 0 ? null : times.ElementAtOrDefault(current is null ? next : next + 1);
        var earliest = at - Duration.FromDays(days);
        var latest = at + Duration.FromDays(days);
        var nextOpen = Within(opensNext?.Start);
        var nextClose = Within(next < 0 ? null : times[next].End);
        var exception = ExceptionThatDecides(schedule, zone, at, current);
        return new(
            current is not null,
            (current is null ? previous?.End : current.Start) is { } since && since > earliest ? since.ToDateTimeOffset() : null,
            current is null ? nextOpen : nextClose,
            nextOpen,
            nextClose,
            exception is null ? BusinessHoursReason.Weekly : BusinessHoursReason.Exception,
            exception
        );

        DateTimeOffset? Within(Instant? time) => time < latest ? time.Value.ToDateTimeOffset() : null;
    }

    // From the first of these days to the last, in order, merged where they touch.
    private static List<OpenTime> OfDays(BusinessSchedule schedule, DateTimeZone zone, LocalDate first, LocalDate last)
    {
        var exceptions = schedule.Exceptions.ToDictionary(exception => LocalDate.FromDateOnly(exception.Date));
        var merged = new List<OpenTime>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var exception = exceptions.GetValueOrDefault(date);
            foreach (var interval in exception?.Intervals ?? schedule.Weekly[(int)date.DayOfWeek - 1])
                Add(merged, new(Map(zone, date, interval.Open), Map(zone, date, CloseOf(interval)), date));
        }

        return merged;
    }

    /// <summary>When an interval ends, in minutes after the midnight before it begins.</summary>
    public static int CloseOf(OpeningInterval interval) =>
        interval.Close > interval.Open ? interval.Close : interval.Close + NodaConstants.MinutesPerDay;

    private static void Add(List<OpenTime> merged, OpenTime time)
    {
        if (time.Start >= time.End)
            return;
        if (merged.Count > 0 && time.Start <= merged[^1].End)
            merged[^1] = merged[^1] with { End = Instant.Max(merged[^1].End, time.End) };
        else
            merged.Add(time);
    }

    private static Instant Map(DateTimeZone zone, LocalDate date, int minutes) =>
        zone.ResolveLocal(date.AtMidnight().PlusMinutes(minutes), _resolver).ToInstant();

    // What is open belongs to the day on which it began, what is closed to the day that it is.
    private static string? ExceptionThatDecides(BusinessSchedule schedule, DateTimeZone zone, Instant at, OpenTime? current)
    {
        var date = current is null ? at.InZone(zone).Date : current.Date;
        return schedule.Exceptions.FirstOrDefault(exception => LocalDate.FromDateOnly(exception.Date) == date)?.Name;
    }

    private sealed record OpenTime(Instant Start, Instant End, LocalDate Date);
}
