namespace Orleans.Runtime;

/// <summary>Hands out cancellation tokens that end after a while. Those asked for within the same second share one, so that starting a million grains makes no million timers; it may come up to a second late.</summary>
internal sealed class Deadlines
{
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<TimeSpan, (long Until, CancellationToken Token)> _current = [];

    public CancellationToken In(TimeSpan timeout)
    {
        var now = Environment.TickCount64;
        lock (_lock)
        {
            if (_current.TryGetValue(timeout, out var current) && now < current.Until)
                return current.Token;
            using (AmbientFlow.Suppress())
            {
                // Its timer keeps the source alive until it fires.
                var token = new CancellationTokenSource(timeout + Shared).Token;
                _current[timeout] = (now + (long)Shared.TotalMilliseconds, token);
                return token;
            }
        }
    }
}
