using NodaTime;

namespace Kayse.Grains.Notifications;

/// <summary>
/// When an event is due on a channel by the settings and the time zone of the moment. Nothing of it is stored, so a
/// change of either applies to what waits.
/// </summary>
internal static class DueRules
{
    /// <summary>When something is due that has not been delivered yet.</summary>
    public static DueTime Of(InboxState state, DateTimeZone zone, WaitingDelivery waiting, DateTimeOffset now)
    {
        var boundary =
            waiting.Channel == NotificationChannel.Email
                ? DigestTimes.Next(state.Settings.Digest, zone, Latest(waiting.At, state.DigestedUntil))
                : null;
        var wanted = Latest(boundary ?? waiting.At, now);
        if (boundary is null && waiting.IsUrgent && state.Settings.QuietHours.ExceptUrgent)
            return new DueTime(wanted, null, IsQuiet(state, zone, waiting.At) ? NotificationReason.Urgent : NotificationReason.Chosen);
        if (QuietTimes.Until(state.Settings.QuietHours, state.SnoozedUntil, zone, wanted) is { } end)
            return new DueTime(end, boundary, ReasonAt(state, boundary, wanted));
        return new DueTime(wanted, boundary, boundary is not null ? NotificationReason.Digest : NotificationReason.Chosen);
    }

    /// <summary>When the next digest comes if there is anything for it; null without digests.</summary>
    public static DateTimeOffset? NextDigest(InboxState state, DateTimeZone zone, DateTimeOffset now) =>
        DigestTimes.Next(state.Settings.Digest, zone, Latest(now, state.DigestedUntil)) is { } boundary
            ? QuietTimes.Until(state.Settings.QuietHours, state.SnoozedUntil, zone, boundary) ?? boundary
            : null;

    /// <summary>Until when it is quiet; null when it isn't.</summary>
    public static DateTimeOffset? QuietUntil(InboxState state, DateTimeZone zone, DateTimeOffset at) =>
        QuietTimes.Until(state.Settings.QuietHours, state.SnoozedUntil, zone, at);

    private static bool IsQuiet(InboxState state, DateTimeZone zone, DateTimeOffset at) => QuietUntil(state, zone, at) is not null;

    private static NotificationReason ReasonAt(InboxState state, DateTimeOffset? boundary, DateTimeOffset at) =>
        boundary is not null ? NotificationReason.Digest
        : state.SnoozedUntil > at ? NotificationReason.Snoozed
        : NotificationReason.QuietHours;

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;
}
