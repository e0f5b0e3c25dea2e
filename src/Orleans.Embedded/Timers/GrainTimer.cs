namespace Orleans.Runtime;

/// <summary>
/// A timer and, when it is due, the request that runs its callback. The next tick is set when a callback has finished, so there
/// is never more than one under way.
/// </summary>
internal abstract class GrainTimer : Request, IGrainTimer
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Activation _activation;
    private readonly bool _keepAlive;
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _firing;
    private bool _changed;
    private bool _disposed;

    protected GrainTimer(Activation activation, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _keepAlive = options.KeepAlive;
        using (AmbientFlow.Suppress())
        {
            _timer = activation.Silo.Time.CreateTimer(
                static timer => ((GrainTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public override string Name => "Timer";

    public override bool IsSettled => _disposed;

    public override bool CountsAsUse => _keepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime);
        Validate(period);
        lock (_lock)
        {
            _dueTime = dueTime;
            _period = period;
            _changed = true;
            if (!_firing)
                Set(dueTime);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            _timer.Dispose();
        }

        _stop.Cancel();
        _activation.Remove(this);
    }

    public override void Fail(Exception exception) => _activation.Silo.Log.TimerFailed(_activation.GrainId, exception);

    protected abstract Task InvokeAsync(CancellationToken token);

    protected override Task Start(object grain)
    {
        lock (_lock)
            _changed = false;
        return InvokeAsync(_stop.Token);
    }

    protected override void Settle(Task reply)
    {
        if (reply.Exception is { } exception && !_disposed)
            Fail(exception.InnerException ?? exception);
        lock (_lock)
        {
            _firing = false;
            Set(_changed ? _dueTime : _period);
        }
    }

    private static void Validate(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((long)time.TotalMilliseconds, -1, nameof(time));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)time.TotalMilliseconds, uint.MaxValue - 1, nameof(time));
    }

    private void Fire()
    {
        lock (_lock)
        {
            if (_disposed || _firing)
                return;
            _firing = true;
        }

        _activation.TryAdd(this);
    }

    private void Set(TimeSpan dueTime)
    {
        if (!_disposed)
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>A timer with its callback.</summary>
internal sealed class GrainTimer<TState>(Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    : GrainTimer(activation, options)
{
    protected override Task InvokeAsync(CancellationToken token) => callback(state, token);
}
