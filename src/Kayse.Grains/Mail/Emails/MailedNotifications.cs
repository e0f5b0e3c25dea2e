using System.Globalization;
using Kayse.Grains.Notifications;

namespace Kayse.Grains.Mail.Emails;

/// <summary>How emails list notifications.</summary>
internal static class MailedNotifications
{
    /// <summary>How many an email lists; it says how many more there are.</summary>
    public const int MaxItems = 50;

    private const int MaxLines = 20;

    /// <summary>With their bodies, shortened where they are long.</summary>
    public static IReadOnlyList<EmailItem> InFull(IReadOnlyList<MailedNotification> items, string timeZone) =>
        [.. items.Select(item => ItemOf(item, timeZone, LinesOf(item.Body)))];

    /// <summary>Only what happened and when.</summary>
    public static IReadOnlyList<EmailItem> InBrief(IReadOnlyList<MailedNotification> items, string timeZone) =>
        [.. items.Select(item => ItemOf(item, timeZone, []))];

    /// <summary>What stands below a list that isn't complete.</summary>
    public static IReadOnlyList<string> More(int more) =>
        more > 0 ? [string.Create(CultureInfo.InvariantCulture, $"and {more:N0} more. You find all of them in Kayse.")] : [];

    /// <summary>Such as <c>12 notifications</c>.</summary>
    public static string Count(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} notification{(count == 1 ? "" : "s")}");

    private static EmailItem ItemOf(MailedNotification item, string timeZone, IReadOnlyList<string> lines) =>
        new(MailName.Of(item.Title), $"{InWords(item.Type)} · {LocalTimes.Instant(item.At, timeZone)}", lines);

    private static List<string> LinesOf(string? body)
    {
        var lines = (body ?? "").ReplaceLineEndings("\n").Split('\n').Select(MailName.Of).Where(line => line.Length > 0).ToList();
        return lines.Count <= MaxLines ? lines : [.. lines.Take(MaxLines), "…"];
    }

    private static string InWords(NotificationType type) =>
        type switch
        {
            NotificationType.NewMessage => "New message",
            NotificationType.MissedCall => "Missed call",
            NotificationType.CallCompleted => "Call completed",
            NotificationType.CaseAssigned => "Case assigned",
            NotificationType.CaseUpdated => "Case updated",
            NotificationType.TaskDue => "Task due",
            NotificationType.TaskCompleted => "Task completed",
            NotificationType.DocumentUploaded => "Document uploaded",
            NotificationType.FormSubmitted => "Form submitted",
            NotificationType.NegativeSentiment => "Unhappy client",
            NotificationType.CampaignUpdate => "Campaign update",
            _ => "Notification",
        };
}
