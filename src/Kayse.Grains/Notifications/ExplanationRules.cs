using NodaTime;

namespace Kayse.Grains.Notifications;

/// <summary>What is said of what became of an event.</summary>
internal static class ExplanationRules
{
    /// <summary>What was decided; while it waits, when it is due by what is so now.</summary>
    public static NotificationExplanation Explain(InboxState state, DateTimeZone zone, InboxEntry entry, DateTimeOffset now)
    {
        return Of(entry, [.. entry.Channels.Select(AsOfNow)]);

        ChannelDecision AsOfNow(ChannelDecision decision)
        {
            if (decision.Outcome != DeliveryOutcome.Waiting)
                return decision;
            var waiting = state.Waiting.First(waiting => waiting.Number == entry.Number && waiting.Channel == decision.Channel);
            var due = DueRules.Of(state, zone, waiting, now);
            return decision with { Reason = due.Reason, At = due.At };
        }
    }

    /// <summary>What would have been decided with other settings.</summary>
    public static NotificationExplanation Try(NotificationSettings settings, Recipient recipient, InboxEntry entry)
    {
        var state = new InboxState { Settings = settings };
        return Of(entry, [.. Enum.GetValues<NotificationChannel>().Select(Decide)]);

        ChannelDecision Decide(NotificationChannel channel)
        {
            if (DeliveryRules.ReasonToDrop(settings, recipient, entry.CompanyId, entry.Event, channel) is { } reason)
                return new ChannelDecision(channel, DeliveryOutcome.Dropped, reason, entry.At);
            if (channel == NotificationChannel.InApp)
                return new ChannelDecision(channel, DeliveryOutcome.Delivered, NotificationReason.Chosen, entry.At);
            var delivery = new WaitingDelivery(entry.Number, channel, entry.CompanyId, entry.At, DeliveryRules.IsUrgent(entry.Event));
            var due = DueRules.Of(state, recipient.Zone, delivery, entry.At);
            return new ChannelDecision(channel, DeliveryOutcome.Delivered, due.Reason, due.At);
        }
    }

    public static bool IsDelivered(NotificationExplanation item, NotificationChannel channel) =>
        item.Channels.Any(decision => decision.Channel == channel && decision.Outcome == DeliveryOutcome.Delivered);

    /// <summary>How many emails would have been sent, of those that would have been delivered by email.</summary>
    public static int CountEmails(IReadOnlyList<NotificationExplanation> items) =>
        items
            .SelectMany(item => item.Channels)
            .Where(decision => decision is { Channel: NotificationChannel.Email, Outcome: DeliveryOutcome.Delivered })
            .GroupBy(decision => (decision.At, IsDigest: decision.Reason == NotificationReason.Digest))
            .Sum(message => message.Key.IsDigest || message.Count() > ReleaseRules.MaxSingle ? 1 : message.Count());

    private static NotificationExplanation Of(InboxEntry entry, IReadOnlyList<ChannelDecision> channels) =>
        new(entry.Event.Id, entry.Event.Type, entry.At, entry.Event.Title.Length == 0 ? null : entry.Event.Title, channels);
}
