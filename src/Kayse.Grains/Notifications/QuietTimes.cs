using NodaTime;
using NodaTime.Extensions;

namespace Kayse.Grains.Notifications;

/// <summary>When it is quiet, in a person's own time (NO-4).</summary>
internal static class QuietTimes
{
    // More quiet periods than these don't follow each other without a break.
    private const int MostInARow = 32;

    /// <summary>Until when it is quiet; null when it isn't.</summary>
    public static DateTimeOffset? Until(QuietHours quiet, DateTimeOffset? snoozedUntil, DateTimeZone zone, DateTimeOffset at)
    {
        var end = at;
        for (var i = 0; i < MostInARow; i++)
        {
            if (snoozedUntil > end)
                end = snoozedUntil.Value;
            else if (EndOfWindow(quiet, zone, end) is { } windowEnd)
                end = windowEnd;
            else
                break;
        }

        return end > at ? end : null;
    }

    /// <summary>When the quiet hours end in which an instant is; null when it is in none.</summary>
    private static DateTimeOffset? EndOfWindow(QuietHours quiet, DateTimeZone zone, DateTimeOffset at)
    {
        if (!quiet.Enabled)
            return null;
        var (start, end) = (WallClock.TimeOf(quiet.Start), WallClock.TimeOf(quiet.End));
        var today = WallClock.DateOf(at, zone);
        // It may have begun yesterday.
        foreach (var day in new[] { today.PlusDays(-1), today })
        {
            if (!quiet.Days.Contains(day.DayOfWeek.ToDayOfWeek()))
                continue;
            var begins = WallClock.InstantOf(day + start, zone);
            var ends = WallClock.InstantOf((end > start ? day : day.PlusDays(1)) + end, zone);
            if (begins <= at && at < ends)
                return ends;
        }

        return null;
    }
}
