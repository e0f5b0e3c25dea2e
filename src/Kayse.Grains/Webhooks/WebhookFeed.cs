using Kayse.Grains.Audit;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// Takes events from the company's log to where they wait to be sent. An event and the place after it are stored in one
/// write, so that none is passed by, whatever happens in between.
/// </summary>
/// <param name="store">The webhook.</param>
/// <param name="grains">For calls to the log.</param>
/// <param name="clock">What time it is.</param>
/// <param name="taken">Called when there may be something to send.</param>
internal sealed class WebhookFeed(WebhookStore store, IGrainFactory grains, TimeProvider clock, Action taken)
{
    private bool _isTaking;
    private bool _isWanted;

    /// <summary>Takes what there is and what there is room for. Whoever comes meanwhile has it look once more.</summary>
    public async Task TakeAsync()
    {
        _isWanted = true;
        if (_isTaking)
            return;
        _isTaking = true;
        try
        {
            while (_isWanted)
            {
                _isWanted = false;
                while (await TakeNewAsync() || await TakeReplayedAsync()) { }
            }
        }
        finally
        {
            _isTaking = false;
        }
    }

    // Whether there may be more.
    private async Task<bool> TakeNewAsync()
    {
        var (before, room) = (store.State, WebhookRules.Room(store.State));
        if (!before.IsEnabled || room == 0)
            return false;
        var read = await Log(before).ReadEventsAsync(before.Cursor, room);
        if (store.State is not { IsEnabled: true } state)
            return false;
        await PutAsync(state, WebhookRules.Take(state, read, clock), isPlaceWorthIt: read.HasMore);
        return read.HasMore;
    }

    private async Task<bool> TakeReplayedAsync()
    {
        var (before, room) = (store.State, WebhookRules.Room(store.State, WebhookRules.MaxPendingOfReplay));
        if (before is not { IsEnabled: true, Replay: { } replay } || room == 0)
            return false;
        var read = await Log(before).ReadEventsAsync(replay.Cursor, room);
        if (store.State is not { IsEnabled: true } state || state.Replay != replay)
            return false;
        await PutAsync(state, WebhookRules.TakeReplayed(state, read, clock), isPlaceWorthIt: true);
        return store.State.Replay is not null;
    }

    // A place after nothing but events that the webhook isn't for is found again by reading them again.
    private async Task PutAsync(WebhookState before, WebhookState after, bool isPlaceWorthIt)
    {
        if (after.Deliveries.Count > before.Deliveries.Count || (isPlaceWorthIt && after != before))
            await store.SaveAsync(after);
        else if (after.Cursor != before.Cursor)
            store.Note(after);
        taken();
    }

    private IAuditLogGrain Log(WebhookState state) => grains.GetGrain<IAuditLogGrain>(state.CompanyId!);
}
