namespace Kayse.Grains.Notifications;

/// <summary>Decides of events that arrive, and stores what was decided.</summary>
internal sealed class InboxDelivery(InboxContext inbox, InboxEntries entries, InboxObservers observers)
{
    // As JavaScript and every provider keep it.
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    public async Task DeliverAsync(string companyId, string source, IReadOnlyList<SequencedEvent> events)
    {
        var recipient = await inbox.ReadRecipientAsync();
        foreach (var (sequence, happened) in events)
        {
            if (sequence <= inbox.State.Delivered.GetValueOrDefault(source))
                continue;
            var state = await entries.MakeRoomAsync(inbox.State);
            await inbox.SaveAsync(With(state, EntryOf(state, recipient, companyId, happened), source, sequence));
        }

        observers.Tell(companyId, inbox.State.Sequence);
    }

    private static InboxState With(InboxState state, InboxEntry entry, string source, long sequence) =>
        state with
        {
            Recent = [.. state.Recent, entry],
            LastNumber = entry.Number,
            LastAt = entry.At,
            Sequence = entry.Sequence,
            Delivered = new Dictionary<string, long>(state.Delivered, StringComparer.Ordinal) { [source] = sequence },
        };

    private InboxEntry EntryOf(InboxState state, Recipient recipient, string companyId, NotificationEvent happened)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(inbox.Now.ToUnixTimeMilliseconds());
        var reason = DeliveryRules.ReasonToDrop(state.Settings, recipient, companyId, happened, NotificationChannel.InApp);
        return new InboxEntry
        {
            Number = state.LastNumber + 1,
            Sequence = state.Sequence + 1,
            CompanyId = companyId,
            At = now > state.LastAt ? now : state.LastAt + _tick,
            Event = DeliveryRules.Forbidden(recipient, companyId, happened) is null
                ? happened
                : happened with
                {
                    Title = "",
                    Body = null,
                },
            Channels =
            [
                new ChannelDecision(
                    NotificationChannel.InApp,
                    reason is null ? DeliveryOutcome.Delivered : DeliveryOutcome.Dropped,
                    reason ?? NotificationReason.Chosen,
                    now
                ),
            ],
        };
    }
}
