namespace Kayse.Grains.Webhooks;

/// <summary>
/// The state of a webhook as it is in memory, and its writes: changes that come together share one, and whoever waits for
/// a write that covers their change doesn't write again.
/// </summary>
/// <remarks>For use within one activation.</remarks>
/// <param name="storage">Where it is stored.</param>
/// <param name="writeAsync">Stores a state; a failure ends the activation.</param>
internal sealed class WebhookStore(IPersistentState<WebhookState> storage, Func<WebhookState, Task> writeAsync) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private WebhookState? _noted;
    private long _changes;
    private long _saved;

    public WebhookState State => _noted ?? storage.State;

    /// <summary>Changes it in memory; stored with the next write. For what can be found out again.</summary>
    public void Note(WebhookState next)
    {
        _noted = next;
        _changes++;
    }

    /// <summary>Changes it; on disk when the task completes.</summary>
    public Task SaveAsync(WebhookState next)
    {
        Note(next);
        return FlushAsync();
    }

    /// <summary>Completes when everything in memory is on disk.</summary>
    public async Task FlushAsync()
    {
        var wanted = _changes;
        await _gate.WaitAsync();
        try
        {
            if (_saved >= wanted)
                return;
            var upTo = _changes;
            await writeAsync(State);
            _saved = upTo;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets everything, by way of the given removal from storage.</summary>
    public async Task ClearAsync(Func<Task> clearAsync)
    {
        await _gate.WaitAsync();
        try
        {
            await clearAsync();
            _noted = new WebhookState();
            _saved = ++_changes;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
