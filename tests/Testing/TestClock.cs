using Microsoft.Extensions.Time.Testing;

namespace Kayse.Testing;

/// <summary>A clock that moves only when a test moves it; timers that have come due fire inside <c>Advance</c>.</summary>
/// <remarks>
/// One-shot timers fire a millisecond late. Orleans waits in a loop for an instant with a fraction of a millisecond, and <see cref="Task.Delay(TimeSpan)"/>
/// rounds down to whole milliseconds: on a clock that stands still when its timer fires, that loop would never end.
/// </remarks>
public sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(1);

    public TestClock()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new LateTimer(base.CreateTimer(callback, state, Late(dueTime, period), period));

    private static TimeSpan Late(TimeSpan dueTime, TimeSpan period) => dueTime > TimeSpan.Zero && period <= TimeSpan.Zero ? dueTime + _late : dueTime;

    private sealed class LateTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Late(dueTime, period), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
