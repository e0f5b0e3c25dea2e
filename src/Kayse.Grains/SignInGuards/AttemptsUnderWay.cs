namespace Kayse.Grains.SignInGuards;

/// <summary>
/// The attempts whose end has not been told. In memory alone: what a crash leaves of them was never answered.
/// </summary>
internal sealed class AttemptsUnderWay(TimeProvider clock)
{
    private const int MaxWaiting = 256;

    // Longer than any attempt takes; one whose end is never told, because its process is gone, doesn't count for ever.
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private TaskCompletionSource _end = NewEnd();
    private int _waiting;

    public int Count
    {
        get
        {
            var tooLong = clock.GetUtcNow() - _longest;
            foreach (var (id, since) in _since)
            {
                if (since <= tooLong)
                    _since.Remove(id);
            }

            return _since.Count;
        }
    }

    public void Begin(string id) => _since[id] = clock.GetUtcNow();

    /// <summary>Ends an attempt, and has those who wait look again.</summary>
    public void End(string id)
    {
        if (!_since.Remove(id))
            return;
        var end = _end;
        _end = NewEnd();
        end.SetResult();
    }

    /// <summary>Waits for an attempt to end; false when too many wait already, or none ends for a while.</summary>
    public async Task<bool> OneEndsAsync()
    {
        if (_waiting == MaxWaiting)
            return false;
        _waiting++;
        try
        {
            await _end.Task.WaitAsync(_patience, clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            _waiting--;
        }
    }

    private static TaskCompletionSource NewEnd() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
