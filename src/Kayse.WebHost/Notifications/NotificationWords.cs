using System.Text.Json;
using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications;

/// <summary>Notifications in words: the contract's and people's.</summary>
internal static class NotificationWords
{
    /// <summary>The contract's word for a type.</summary>
    public static string Of(NotificationType type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());

    /// <summary>What people call a type.</summary>
    public static string Name(NotificationType type) =>
        type switch
        {
            NotificationType.NewMessage => "New message",
            NotificationType.MissedCall => "Missed call",
            NotificationType.CallCompleted => "Call completed",
            NotificationType.CaseAssigned => "Case assigned to you",
            NotificationType.CaseUpdated => "Case updated",
            NotificationType.TaskDue => "Task due",
            NotificationType.TaskCompleted => "Task completed",
            NotificationType.DocumentUploaded => "Document uploaded",
            NotificationType.FormSubmitted => "Form submitted",
            NotificationType.NegativeSentiment => "Negative sentiment",
            NotificationType.CampaignUpdate => "Campaign update",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type."),
        };

    /// <summary>What people call a channel.</summary>
    public static string Name(NotificationChannel channel) =>
        channel switch
        {
            NotificationChannel.InApp => "In app",
            NotificationChannel.Email => "Email",
            _ => "Push",
        };

    /// <summary>What became of an event on a channel, in a word.</summary>
    public static string Name(DeliveryOutcome outcome) =>
        outcome switch
        {
            DeliveryOutcome.Delivered => "Delivered",
            DeliveryOutcome.Waiting => "Waiting",
            _ => "Not delivered",
        };

    /// <summary>Why that became of it, in a sentence.</summary>
    public static string Why(ChannelDecision decision) =>
        (decision.Outcome, decision.Reason) switch
        {
            (DeliveryOutcome.Waiting, NotificationReason.Digest) => "It waits for your next digest.",
            (DeliveryOutcome.Delivered, NotificationReason.QuietHours) => "It came when your quiet hours were over.",
            (DeliveryOutcome.Delivered, NotificationReason.Snoozed) => "It came when your snooze was over.",
            _ => Why(decision.Reason),
        };

    /// <summary>A reason in a sentence.</summary>
    public static string Why(NotificationReason reason) =>
        reason switch
        {
            NotificationReason.Chosen => "Your settings ask for it.",
            NotificationReason.Urgent => "It was urgent, and you let urgent events through.",
            NotificationReason.NotMember => "You weren't an active member of the company.",
            NotificationReason.CaseType => "You don't have access to cases of this type.",
            NotificationReason.Agent => "You don't have access to this agent.",
            NotificationReason.ChannelOff => "This channel is off for this type of event.",
            NotificationReason.MessageMode => "Your settings leave out messages of this kind.",
            NotificationReason.CaseTypeFilter => "Your case type filter leaves it out.",
            NotificationReason.AssignedFilter => "You only want what is assigned to you.",
            NotificationReason.PriorityFilter => "You only want events with a high priority.",
            NotificationReason.SentimentFilter => "You only want events with a negative sentiment.",
            NotificationReason.Unsubscribed => "You have unsubscribed from notification emails.",
            NotificationReason.EmailNotVerified => "Your email address isn't verified.",
            NotificationReason.NoDevice => "You have no device set up for push.",
            NotificationReason.AlreadyRead => "You had already read it.",
            NotificationReason.Expired => "It waited for so long that its text was no longer kept.",
            NotificationReason.QuietHours => "It waits for the end of your quiet hours.",
            NotificationReason.Snoozed => "It waits for the end of your snooze.",
            NotificationReason.Digest => "It came in a digest.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
        };
}
