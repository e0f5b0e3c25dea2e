using NodaTime;
using NodaTime.Extensions;

namespace Kayse.Grains.Notifications;

/// <summary>When digests are due, in a person's own time (NO-5).</summary>
internal static class DigestTimes
{
    /// <summary>The first boundary after an instant; null without digests.</summary>
    public static DateTimeOffset? Next(DigestSettings digest, DateTimeZone zone, DateTimeOffset after) =>
        digest.Mode switch
        {
            DigestMode.Hourly => NextFullHour(zone, Instant.FromDateTimeOffset(after)),
            DigestMode.Daily => NextDay(digest, zone, after, _ => true),
            DigestMode.Weekly => NextDay(digest, zone, after, day => day.DayOfWeek.ToDayOfWeek() == digest.Weekday),
            _ => null,
        };

    private static DateTimeOffset NextDay(DigestSettings digest, DateTimeZone zone, DateTimeOffset after, Func<LocalDate, bool> isDue)
    {
        var hour = new LocalTime(digest.Hour, 0);
        for (var day = WallClock.DateOf(after, zone); ; day = day.PlusDays(1))
        {
            if (isDue(day) && WallClock.InstantOf(day + hour, zone) is var due && due > after)
                return due;
        }
    }

    // Clocks may change by half an hour, and before the hour is full.
    private static DateTimeOffset NextFullHour(DateTimeZone zone, Instant after)
    {
        var interval = zone.GetZoneInterval(after);
        var next = FullHourFrom(after + Duration.Epsilon, interval.WallOffset);
        while (interval.HasEnd && next >= interval.End)
        {
            interval = zone.GetZoneInterval(interval.End);
            next = FullHourFrom(interval.Start, interval.WallOffset);
        }

        return next.ToDateTimeOffset();
    }

    private static Instant FullHourFrom(Instant from, Offset offset)
    {
        var local = from.WithOffset(offset).LocalDateTime;
        var full = local.Date + new LocalTime(local.Hour, 0);
        return (full == local ? full : full.PlusHours(1)).WithOffset(offset).ToInstant();
    }
}
