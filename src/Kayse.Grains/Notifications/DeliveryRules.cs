using Kayse.Grains.Members;

namespace Kayse.Grains.Notifications;

/// <summary>Whether an event is for a person, and on which channels: access first, then what they chose.</summary>
internal static class DeliveryRules
{
    /// <summary>Why an event is not delivered on a channel; null when it is.</summary>
    public static NotificationReason? ReasonToDrop(
        NotificationSettings settings,
        Recipient recipient,
        string companyId,
        NotificationEvent happened,
        NotificationChannel channel
    ) =>
        Forbidden(recipient, companyId, happened)
        ?? Unwanted(settings, recipient.UserId, happened, channel)
        ?? Unreachable(recipient, channel);

    /// <summary>Why a person may not know of an event; null when they may.</summary>
    public static NotificationReason? Forbidden(Recipient recipient, string companyId, NotificationEvent happened)
    {
        if (recipient.MembershipIn(companyId) is not { } membership)
            return NotificationReason.NotMember;
        if (happened.CaseType is { } caseType && !AuthorizationRules.CoversCaseType(membership.CaseTypes, caseType))
            return NotificationReason.CaseType;
        return happened.AgentId is { } agentId && !AuthorizationRules.CoversAgent(membership.AgentAccess, membership.AgentIds, agentId)
            ? NotificationReason.Agent
            : null;
    }

    /// <summary>Whether an event may come through quiet hours and a snooze.</summary>
    public static bool IsUrgent(NotificationSettings settings, NotificationEvent happened) =>
        settings.QuietHours.ExceptUrgent && IsUrgent(happened);

    public static bool IsUrgent(NotificationEvent happened) =>
        happened is { Priority: NotificationPriority.High, Sentiment: Sentiment.Negative };

    /// <summary>Why nothing reaches a person on a channel, whatever it is; null when it does.</summary>
    public static NotificationReason? Unreachable(Recipient recipient, NotificationChannel channel) =>
        channel switch
        {
            NotificationChannel.Email when !recipient.EmailVerified => NotificationReason.EmailNotVerified,
            NotificationChannel.Email when !recipient.WantsEmail => NotificationReason.Unsubscribed,
            NotificationChannel.Push when !recipient.HasDevice => NotificationReason.NoDevice,
            _ => null,
        };

    private static NotificationReason? Unwanted(
        NotificationSettings settings,
        string userId,
        NotificationEvent happened,
        NotificationChannel channel
    )
    {
        if (!settings.ChoiceFor(happened.Type).Has(channel))
            return NotificationReason.ChannelOff;
        var isAssigned = happened.AssigneeId == userId;
        if (happened.Type == NotificationType.NewMessage && !IsWanted(settings.Messages, userId, happened, isAssigned))
            return NotificationReason.MessageMode;
        var filters = settings.Filters;
        if (
            filters.CaseTypes.Count > 0
            && happened.CaseType is { } caseType
            && !AuthorizationRules.CoversCaseType(filters.CaseTypes, caseType)
        )
            return NotificationReason.CaseTypeFilter;
        if (filters.AssignedOnly && !isAssigned)
            return NotificationReason.AssignedFilter;
        if (filters.HighPriorityOnly && happened.Priority != NotificationPriority.High)
            return NotificationReason.PriorityFilter;
        return filters.NegativeOnly && happened.Sentiment != Sentiment.Negative ? NotificationReason.SentimentFilter : null;
    }

    private static bool IsWanted(MessageMode mode, string userId, NotificationEvent message, bool isAssigned)
    {
        var isMentioned = message.Mentions.Contains(userId, StringComparer.Ordinal);
        return mode switch
        {
            MessageMode.All => true,
            MessageMode.Assigned => isAssigned || isMentioned,
            MessageMode.Mentions => isMentioned,
            _ => false,
        };
    }
}
