using Kayse.Silo.Telemetry;

namespace Kayse.Silo.Tests.Telemetry;

public sealed class ReminderLagTests
{
    private static readonly DateTime _first = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(-3, 0)]
    [InlineData(60 + 5, 5)]
    [InlineData(600, 0)]
    public void It_is_what_has_passed_since_the_reminder_was_last_due(int secondsAfterFirst, int lag) =>
        ReminderLag
            .LagOf(new TickStatus(_first, TimeSpan.FromMinutes(1), _first.AddSeconds(secondsAfterFirst)))
            .ShouldBe(TimeSpan.FromSeconds(lag));
}
