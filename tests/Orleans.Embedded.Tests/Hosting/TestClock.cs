using Kayse.Testing;

namespace Orleans.Embedded.Tests.Hosting;

/// <summary>A manual clock that can also tell when somebody has set a timer, which runtimes do in their own time.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Lock _lock = new();
    private readonly HashSet<WatchedTimer> _timers = [];
    private readonly List<(Func<DateTimeOffset, bool> Is, TaskCompletionSource Armed)> _awaited = [];

    public DateTimeOffset Now => _clock.GetUtcNow();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>
    /// Moves the clock to an instant at which a timer is due, by way of all timers before that: a runtime may set the timer
    /// in question only when another has fired. Waits until it has, instead of passing over that instant.
    /// </summary>
    public async Task AdvanceToTimer(DateTimeOffset due)
    {
        while (Now < due)
            AdvanceTo(await NextTimer(due));
    }

    /// <summary>Waits until a timer is set for that very instant: one that has fired is set anew only when what it does is done.</summary>
    public Task HasTimer(DateTimeOffset due) => Armed(set => set == due).Soon();

    /// <summary>Lets time pass, step by step (of 1 second unless told), until <paramref name="task"/> is complete.</summary>
    public async Task AdvanceUntil(Task task, TimeSpan? step = null)
    {
        var deadline = Environment.TickCount64 + 30_000;
        while (!task.IsCompleted)
        {
            if (Environment.TickCount64 > deadline)
                throw new HangException($"It is {Now:HH:mm:ss} and the task is {task.Status}.");
            _clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.WhenAny(task, Task.Delay(2));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this);
        timer.Start(callback, state, dueTime, period);
        return timer;
    }

    /// <summary>Never back: a timer that was set while the clock moved may be late already.</summary>
    private void AdvanceTo(DateTimeOffset next) => _clock.Advance(next > Now ? next - Now : TimeSpan.Zero);

    private async Task<DateTimeOffset> NextTimer(DateTimeOffset until)
    {
        try
        {
            await Armed(due => due <= until).Soon();
        }
        catch (HangException)
        {
            throw new HangException($"No timer is due by {until:HH:mm:ss.fff}; now is {Now:HH:mm:ss.fff}, timers are due at {Dues()}.");
        }

        lock (_lock)
            return _timers.Where(timer => timer.Due <= until).Min(timer => timer.Due) ?? until;
    }

    private Task Armed(Func<DateTimeOffset, bool> isAwaited)
    {
        lock (_lock)
        {
            if (_timers.Any(timer => timer.Due is { } due && isAwaited(due)))
                return Task.CompletedTask;
            var armed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isAwaited, armed));
            return armed.Task;
        }
    }

    private string Dues()
    {
        lock (_lock)
            return string.Join(", ", _timers.Where(timer => timer.Due is not null).Select(timer => $"{timer.Due:HH:mm:ss.fff}").Order(StringComparer.Ordinal));
    }

    private sealed class WatchedTimer(TestClock clock) : ITimer
    {
        private ITimer? _timer;
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public void Start(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = clock._clock.CreateTimer(
                _ =>
                {
                    SetDue(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
                    callback(state);
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
            _timer = timer;
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            var changed = _timer!.Change(dueTime, period);
            SetDue(dueTime);
            return changed;
        }

        public void Dispose()
        {
            _timer!.Dispose();
            SetDue(Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void SetDue(TimeSpan dueTime)
        {
            lock (clock._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Now + dueTime;
                if (Due is null)
                    clock._timers.Remove(this);
                else
                    clock._timers.Add(this);
                foreach (var (_, armed) in clock._awaited.FindAll(awaited => Due is { } due && awaited.Is(due)))
                    armed.TrySetResult();
            }
        }
    }
}
