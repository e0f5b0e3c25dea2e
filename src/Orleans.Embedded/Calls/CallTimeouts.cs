namespace Orleans.Runtime;

/// <summary>
/// Fails calls that take too long, in real time. One sweep serves all calls of the same timeout, so a call costs no timer; it is
/// noticed up to a twentieth of the timeout, at most a second, late.
/// </summary>
internal sealed class CallTimeouts : IDisposable
{
    private static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestTick = TimeSpan.FromMilliseconds(5);

    private readonly TimeSpan _timeout;
    private readonly TimeoutShard[] _shards = new TimeoutShard[Math.Max(1, Environment.ProcessorCount)];
    private readonly Timer _timer;

    public CallTimeouts(TimeSpan timeout)
    {
        _timeout = timeout;
        for (var i = 0; i < _shards.Length; i++)
            _shards[i] = new TimeoutShard();
        var tick = TimeSpan.FromTicks(Math.Clamp(timeout.Ticks / 20, ShortestTick.Ticks, LongestTick.Ticks));
        using (AmbientFlow.Suppress())
            _timer = new Timer(static self => ((CallTimeouts)self!).Sweep(), this, tick, tick);
    }

    public void Add(Request request)
    {
        SetDeadline(request);
        _shards[(uint)Environment.CurrentManagedThreadId % (uint)_shards.Length].Add(request);
    }

    /// <summary>For requests that nobody waits for: they are dropped when they have not started by then.</summary>
    public void SetDeadline(Request request) => request.Deadline = Environment.TickCount64 + (long)_timeout.TotalMilliseconds;

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        var now = Environment.TickCount64;
        foreach (var shard in _shards)
        {
            while (shard.TakeExpired(now) is { } request)
                request.Fail(Replies.TooLate(request.Name, _timeout, request.Target.GrainId));
        }
    }
}
