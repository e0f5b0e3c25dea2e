namespace Kayse.Grains.Notifications;

/// <summary>What is decided of an event that arrives.</summary>
internal static class ArrivalRules
{
    // As JavaScript and every provider keep it.
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// The inbox with an event: in the feed or not, and on the other channels waiting or not. What is due at once waits
    /// until <see cref="ReleaseRules"/> has looked.
    /// </summary>
    public static InboxState Add(InboxState state, Recipient recipient, string companyId, NotificationEvent happened, DateTimeOffset now)
    {
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var (number, at) = (state.LastNumber + 1, now > state.LastAt ? now : state.LastAt + _tick);
        var waiting = new List<WaitingDelivery>();
        var entry = new InboxEntry
        {
            Number = number,
            Sequence = state.Sequence + 1,
            CompanyId = companyId,
            At = at,
            // Whoever may not see an event has no trace of its text.
            Event = DeliveryRules.Forbidden(recipient, companyId, happened) is null
                ? happened
                : happened with
                {
                    Title = "",
                    Body = null,
                },
            Silent = DueRules.QuietUntil(state, recipient.Zone, now) is not null && !DeliveryRules.IsUrgent(state.Settings, happened),
            Channels = [.. Enum.GetValues<NotificationChannel>().Select(Decide)],
        };
        var next = state with
        {
            Recent = [.. state.Recent, entry],
            Waiting = [.. state.Waiting, .. waiting],
            LastNumber = number,
            LastAt = at,
            Sequence = entry.Sequence,
        };
        return next.Waiting.Count > ReleaseRules.MaxWaiting ? ReleaseRules.DropExcess(next, at) : next;

        ChannelDecision Decide(NotificationChannel channel)
        {
            if (DeliveryRules.ReasonToDrop(state.Settings, recipient, companyId, happened, channel) is { } reason)
                return new ChannelDecision(channel, DeliveryOutcome.Dropped, reason, at);
            if (channel == NotificationChannel.InApp)
                return new ChannelDecision(channel, DeliveryOutcome.Delivered, NotificationReason.Chosen, at);
            // By the clock: the time in the feed is a little ahead of it when many arrive at once.
            var delivery = new WaitingDelivery(number, channel, companyId, now, DeliveryRules.IsUrgent(happened));
            waiting.Add(delivery);
            return new ChannelDecision(channel, DeliveryOutcome.Waiting, DueRules.Of(state, recipient.Zone, delivery, now).Reason, at);
        }
    }
}
