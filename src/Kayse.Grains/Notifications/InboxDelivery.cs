namespace Kayse.Grains.Notifications;

/// <summary>Takes events that arrive, and stores what was decided of them.</summary>
internal sealed class InboxDelivery(
    InboxContext inbox,
    InboxEntries entries,
    InboxRetention retention,
    InboxWork work,
    InboxObservers observers
)
{
    public async Task DeliverAsync(string companyId, string source, IReadOnlyList<SequencedEvent> events)
    {
        var state = inbox.State;
        var recipient = await inbox.ReadRecipientAsync(events.Select(queued => queued.Event.Type));
        foreach (var (sequence, happened) in events)
        {
            // What was taken before may come again.
            if (sequence <= state.Delivered.GetValueOrDefault(source))
                continue;
            if (FeedRules.IsFull(state.Recent))
            {
                await SaveAsync(state, recipient);
                state = await entries.MakeRoomAsync(inbox.State);
            }

            state = ArrivalRules.Add(state, recipient, companyId, happened, inbox.Now) with
            {
                Delivered = new Dictionary<string, long>(state.Delivered, StringComparer.Ordinal) { [source] = sequence },
            };
        }

        await SaveAsync(state, recipient);
        observers.Tell(companyId, inbox.State.Sequence);
    }

    private async Task SaveAsync(InboxState next, Recipient recipient)
    {
        if (!ReferenceEquals(next, inbox.State))
            await work.SaveAsync(await retention.EnsureReminderAsync(next), recipient);
    }
}
