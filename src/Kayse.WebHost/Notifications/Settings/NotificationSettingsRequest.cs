using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Notifications;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Notifications.Settings;

/// <summary>Replaces your notification settings.</summary>
internal sealed class NotificationSettingsRequest
{
    /// <summary>For each type of event, the channels that it may use. A type that is left out gets its defaults.</summary>
    public required IReadOnlyDictionary<string, ChannelChoiceRequest> Matrix { get; init; }

    /// <summary>Which messages count.</summary>
    public required MessageMode? Messages { get; init; }

    /// <summary>What else has to be so for you to be notified.</summary>
    public required NotificationFiltersRequest Filters { get; init; }

    /// <summary>Whether email is collected.</summary>
    public required DigestRequest Digest { get; init; }

    /// <summary>When email and push wait.</summary>
    public required QuietHoursRequest QuietHours { get; init; }

    /// <summary>When the messenger warns of long text messages.</summary>
    public required SmsWarningRequest SmsWarning { get; init; }

    /// <summary>The settings, or a refusal that names what is wrong.</summary>
    public NotificationSettings ToSettings()
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var matrix = new Dictionary<NotificationType, ChannelChoice>();
        foreach (var (word, choice) in Matrix)
        {
            if (!Words<NotificationType>.TryParse(word, out var type))
                faults["matrix"] = ["This has a type of event that doesn't exist. Use the types that GET returns."];
            else if (choice is not { InApp: { } inApp, Email: { } email, Push: { } push })
                faults[$"matrix.{word}"] = ["This needs inApp, email and push."];
            else
                matrix[type] = new ChannelChoice(inApp, email, push);
        }

        var (start, end) = (QuietHours.StartTime(faults), QuietHours.EndTime(faults));
        if (faults.Count > 0)
            throw new RefusedException(GeneralErrors.Invalid(faults));
        return new NotificationSettings
        {
            Matrix = matrix,
            Messages = Messages!.Value,
            Filters = Filters.ToFilters(),
            Digest = Digest.ToDigest(),
            QuietHours = QuietHours.ToQuietHours(start, end),
            SmsWarning = new SmsWarning(
                SmsWarning.Enabled ?? false,
                SmsWarning.Segments ?? Kayse.Grains.Notifications.SmsWarning.Off.Segments
            ),
        };
    }
}

/// <summary>The channels that a type of event may use.</summary>
internal sealed class ChannelChoiceRequest
{
    /// <summary>In the notification centre.</summary>
    public bool? InApp { get; init; }

    /// <summary>By email.</summary>
    public bool? Email { get; init; }

    /// <summary>On your devices.</summary>
    public bool? Push { get; init; }
}

/// <summary>What has to be so for you to be notified.</summary>
internal sealed class NotificationFiltersRequest
{
    /// <summary>Only cases of these types. Without it, or empty: all that you may see.</summary>
    public IReadOnlyList<string>? CaseTypes { get; init; }

    /// <summary>Only what is assigned to you. Without it: no.</summary>
    public bool? AssignedOnly { get; init; }

    /// <summary>Only what has a high priority. Without it: no.</summary>
    public bool? HighPriorityOnly { get; init; }

    /// <summary>Only what has a negative sentiment. Without it: no.</summary>
    public bool? NegativeOnly { get; init; }

    public NotificationFilters ToFilters() =>
        new()
        {
            CaseTypes = CaseTypes ?? [],
            AssignedOnly = AssignedOnly ?? false,
            HighPriorityOnly = HighPriorityOnly ?? false,
            NegativeOnly = NegativeOnly ?? false,
        };
}

/// <summary>Whether email is collected.</summary>
internal sealed class DigestRequest
{
    /// <summary>How often a digest comes. Without it: <c>off</c>.</summary>
    public DigestMode? Mode { get; init; }

    /// <summary>0 to 23, for <c>daily</c> and <c>weekly</c>. Without it: 8.</summary>
    public int? Hour { get; init; }

    /// <summary>For <c>weekly</c>. Without it: <c>monday</c>.</summary>
    public DayOfWeek? Weekday { get; init; }

    public DigestSettings ToDigest() => new(Mode ?? DigestMode.Off, Hour ?? DigestSettings.DefaultHour, Weekday ?? DayOfWeek.Monday);
}

/// <summary>When email and push wait, in the time zone of your profile.</summary>
internal sealed class QuietHoursRequest
{
    /// <summary>Whether there are quiet hours. Without it: no.</summary>
    public bool? Enabled { get; init; }

    /// <summary>When they begin, such as <c>22:00</c>, which is also what counts without it.</summary>
    public string? Start { get; init; }

    /// <summary>
    /// When they end; on the next day where that is earlier than <c>start</c>. Without it: <c>07:00</c>.
    /// </summary>
    public string? End { get; init; }

    /// <summary>The days on which they begin. Without it: every day.</summary>
    public IReadOnlyList<DayOfWeek>? Days { get; init; }

    /// <summary>Whether what has a high priority and a negative sentiment comes through. Without it: yes.</summary>
    public bool? ExceptUrgent { get; init; }

    public TimeOnly StartTime(Dictionary<string, string[]> faults) => Time("start", Start, QuietHours.Off.Start, faults);

    public TimeOnly EndTime(Dictionary<string, string[]> faults) => Time("end", End, QuietHours.Off.End, faults);

    public QuietHours ToQuietHours(TimeOnly start, TimeOnly end) =>
        new(Enabled ?? false, start, end, Days ?? QuietHours.Off.Days, ExceptUrgent ?? QuietHours.Off.ExceptUrgent);

    private static TimeOnly Time(string name, string? text, TimeOnly otherwise, Dictionary<string, string[]> faults)
    {
        if (text is null)
            return otherwise;
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            faults[$"quietHours.{name}"] = ["This must be a time such as 22:00."];
        return time;
    }
}

/// <summary>When the messenger warns of a text message that is sent in several segments.</summary>
internal sealed class SmsWarningRequest
{
    /// <summary>Whether it does. Without it: no.</summary>
    public bool? Enabled { get; init; }

    /// <summary>From so many segments on, 2 to 10. Without it: 3.</summary>
    public int? Segments { get; init; }
}
