using Microsoft.Extensions.Time.Testing;

namespace Kayse.Testing;

/// <summary>
/// A clock that moves only when a test moves it; timers that have come due fire inside <c>Advance</c>.
/// </summary>
/// <remarks>
/// Leave it at whole milliseconds wherever a reminder is due within the next: Orleans waits for a reminder in a loop of
/// <see cref="Task.Delay(TimeSpan)"/>, which rounds down to milliseconds, so that it would spin for ever on a clock
/// that stands still.
/// </remarks>
public sealed class TestClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public TestClock()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)) { }
}
