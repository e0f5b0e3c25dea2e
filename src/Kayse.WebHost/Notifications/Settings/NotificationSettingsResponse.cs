using System.Globalization;
using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Settings;

/// <summary>Your notification settings, and what comes of them now.</summary>
/// <param name="Matrix">For each type of event, the channels that you chose.</param>
/// <param name="Messages">Which messages count.</param>
/// <param name="Filters">What else has to be so for you to be notified.</param>
/// <param name="Digest">Whether email is collected.</param>
/// <param name="QuietHours">When email and push wait.</param>
/// <param name="SmsWarning">When the messenger warns of long text messages.</param>
/// <param name="Effective">For each type and channel, what is so in the active company, and why not what you chose.</param>
/// <param name="TimeZone">The time zone of the hours above: your profile's, else UTC.</param>
/// <param name="SnoozedUntil">Until when email and push are snoozed, or null.</param>
/// <param name="QuietUntil">Until when email and push wait, by quiet hours or a snooze, or null.</param>
/// <param name="NextDigestAt">When the next digest comes if there is anything for it; null without digests.</param>
/// <param name="WaitingForDigest">How many events wait for it.</param>
/// <param name="SuggestedQuietHours">The quiet hours that suit the active company's business hours; null when there are
/// none. They don't apply until you choose them.</param>
internal sealed record NotificationSettingsResponse(
    IReadOnlyDictionary<string, ChannelChoiceResponse> Matrix,
    MessageMode Messages,
    NotificationFiltersResponse Filters,
    DigestResponse Digest,
    QuietHoursResponse QuietHours,
    SmsWarningResponse SmsWarning,
    IReadOnlyList<EffectiveChannelResponse> Effective,
    string TimeZone,
    DateTimeOffset? SnoozedUntil,
    DateTimeOffset? QuietUntil,
    DateTimeOffset? NextDigestAt,
    int WaitingForDigest,
    QuietHoursResponse? SuggestedQuietHours
)
{
    public static NotificationSettingsResponse Of(NotificationSettingsView view, QuietHours? suggested)
    {
        var settings = view.Settings;
        return new NotificationSettingsResponse(
            Enum.GetValues<NotificationType>()
                .ToDictionary(NotificationWords.Of, type => ChannelChoiceResponse.Of(settings.ChoiceFor(type)), StringComparer.Ordinal),
            settings.Messages,
            new(
                settings.Filters.CaseTypes,
                settings.Filters.AssignedOnly,
                settings.Filters.HighPriorityOnly,
                settings.Filters.NegativeOnly
            ),
            new(settings.Digest.Mode, settings.Digest.Hour, settings.Digest.Weekday),
            QuietHoursResponse.Of(settings.QuietHours),
            new(settings.SmsWarning.Enabled, settings.SmsWarning.Segments),
            [.. view.Cells.Select(EffectiveChannelResponse.Of)],
            view.TimeZone,
            view.SnoozedUntil,
            view.QuietUntil,
            view.NextDigestAt,
            view.WaitingForDigest,
            suggested is null ? null : QuietHoursResponse.Of(suggested)
        );
    }
}

/// <summary>The channels that are chosen for a type of event.</summary>
/// <param name="InApp">In the notification centre.</param>
/// <param name="Email">By email.</param>
/// <param name="Push">On your devices.</param>
internal sealed record ChannelChoiceResponse(bool InApp, bool Email, bool Push)
{
    public static ChannelChoiceResponse Of(ChannelChoice choice) => new(choice.InApp, choice.Email, choice.Push);
}

/// <summary>What has to be so for you to be notified.</summary>
/// <param name="CaseTypes">Only cases of these types; empty: all that you may see.</param>
/// <param name="AssignedOnly">Only what is assigned to you.</param>
/// <param name="HighPriorityOnly">Only what has a high priority.</param>
/// <param name="NegativeOnly">Only what has a negative sentiment.</param>
internal sealed record NotificationFiltersResponse(
    IReadOnlyList<string> CaseTypes,
    bool AssignedOnly,
    bool HighPriorityOnly,
    bool NegativeOnly
);

/// <summary>Whether email is collected.</summary>
/// <param name="Mode">How often a digest comes.</param>
/// <param name="Hour">At which hour, for <c>daily</c> and <c>weekly</c>.</param>
/// <param name="Weekday">On which day, for <c>weekly</c>.</param>
internal sealed record DigestResponse(DigestMode Mode, int Hour, DayOfWeek Weekday);

/// <summary>When email and push wait.</summary>
/// <param name="Enabled">Whether there are quiet hours.</param>
/// <param name="Start">When they begin.</param>
/// <param name="End">When they end.</param>
/// <param name="Days">The days on which they begin.</param>
/// <param name="ExceptUrgent">Whether what has a high priority and a negative sentiment comes through.</param>
internal sealed record QuietHoursResponse(bool Enabled, string Start, string End, IReadOnlyList<DayOfWeek> Days, bool ExceptUrgent)
{
    public static QuietHoursResponse Of(QuietHours hours) =>
        new(hours.Enabled, Time(hours.Start), Time(hours.End), hours.Days, hours.ExceptUrgent);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>When the messenger warns of a text message that is sent in several segments.</summary>
/// <param name="Enabled">Whether it does.</param>
/// <param name="Segments">From so many segments on.</param>
internal sealed record SmsWarningResponse(bool Enabled, int Segments);

/// <summary>Whether a type of event reaches you on a channel.</summary>
/// <param name="Type">The type.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Chosen">What you chose.</param>
/// <param name="Effective">What is so.</param>
/// <param name="Reason">Why it is off although you chose it, or null.</param>
/// <param name="Explanation">The reason in a sentence, or null.</param>
internal sealed record EffectiveChannelResponse(
    NotificationType Type,
    NotificationChannel Channel,
    bool Chosen,
    bool Effective,
    NotificationReason? Reason,
    string? Explanation
)
{
    public static EffectiveChannelResponse Of(EffectiveChannel cell) =>
        new(
            cell.Type,
            cell.Channel,
            cell.Chosen,
            cell.Effective,
            cell.Reason,
            cell.Reason is { } reason ? NotificationWords.Why(reason) : null
        );
}
