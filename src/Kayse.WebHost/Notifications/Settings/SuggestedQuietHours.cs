using Kayse.Grains.BusinessHours;
using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Settings;

/// <summary>
/// The quiet hours that suit a company's business hours: from when the last of its days ends to when the first begins. They
/// are what somebody finds who turns quiet hours on for the first time, and are in nobody's settings before.
/// </summary>
internal static class SuggestedQuietHours
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Null when the hours leave no time of day in which the company is always closed.</summary>
    /// <param name="schedule">The company's hours; null when it has set none.</param>
    /// <param name="timeZone">The person's IANA zone, by whose clock quiet hours are.</param>
    /// <param name="now">The time, as zones differ by more or less over the year.</param>
    public static QuietHours? Of(BusinessSchedule? schedule, string timeZone, DateTimeOffset now)
    {
        if (schedule is null || schedule.Weekly.All(day => day.Count == 0))
            return null;
        var opens = schedule.Weekly.SelectMany(day => day).Min(interval => interval.Open);
        var closes = schedule.Weekly.SelectMany(day => day).Max(CloseOf);
        return closes >= opens + MinutesPerDay
            ? null
            : QuietHours.Off with
            {
                Start = InZone(closes, schedule.TimeZone, timeZone, now),
                End = InZone(opens, schedule.TimeZone, timeZone, now),
            };
    }

    /// <summary>What the settings begin with: a person's own once they have chosen any.</summary>
    public static NotificationSettings In(NotificationSettings settings, QuietHours? suggested) =>
        suggested is not null && IsUntouched(settings.QuietHours) ? settings with { QuietHours = suggested } : settings;

    private static bool IsUntouched(QuietHours hours) =>
        !hours.Enabled && (hours.Start, hours.End) == (QuietHours.Off.Start, QuietHours.Off.End);

    private static int CloseOf(OpeningInterval interval) =>
        interval.Close > interval.Open ? interval.Close : interval.Close + MinutesPerDay;

    private static TimeOnly InZone(int minutes, string from, string to, DateTimeOffset now)
    {
        var difference = OffsetOf(to, now) - OffsetOf(from, now);
        return new TimeOnly(0, 0).AddMinutes(minutes + difference.TotalMinutes);
    }

    private static TimeSpan OffsetOf(string zone, DateTimeOffset now) => TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(now);
}
