namespace Orleans.Embedded.Tests.Reminders;

public sealed class RestartTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_reminder_survives_its_silo()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        DateTimeOffset due;
        await using (var first = await TestSilo.Start(clock: clock, reminders: reminders))
            due = await first.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(75), Hour).Soon();

        await using var second = await TestSilo.Start(clock: clock, reminders: reminders);
        await clock.AdvanceToTimer(due);
        await second.Journal.Has("a tea");

        var tick = (await second.Grain<IAlarmGrain>().Ticks("tea").Soon()).ShouldHaveSingleItem();
        tick.CurrentTickTime.ShouldBe(due.UtcDateTime);
        tick.FirstTickTime.ShouldBe(due.UtcDateTime);
        tick.Period.ShouldBe(Hour);
    }

    [Fact]
    public async Task An_unregistered_reminder_does_not_come_back()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        DateTimeOffset due;
        await using (var first = await TestSilo.Start(clock: clock, reminders: reminders))
        {
            await first.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(20), Hour).Soon();
            due = await first.Grain<IAlarmGrain>().Set("witness", TimeSpan.FromSeconds(75), Hour).Soon();
            await first.Grain<IAlarmGrain>().Unset("tea").Soon();
        }

        await using var second = await TestSilo.Start(clock: clock, reminders: reminders);
        await clock.AdvanceToTimer(due);
        await second.Journal.Has("a witness");

        second.Journal.Count("a tea").ShouldBe(0);
    }

    [Fact]
    public async Task A_stopped_silo_fires_no_reminder()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        var first = await TestSilo.Start(clock: clock, reminders: reminders);
        var journal = first.Journal;
        var due = await first.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(75), Hour).Soon();
        await first.DisposeAsync();

        clock.Advance(due - clock.Now);

        journal.Count("a tea").ShouldBe(0);
    }

    /// <summary>
    /// On Embedded only. Orleans' LocalReminderService takes the next multiple of the period after StartAt that lies ahead
    /// (CalculateNextTickTime), and so skips what came due while no silo ran: a reminder of one hour would be silent for up to an hour more.
    /// </summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task A_reminder_that_came_due_while_no_silo_ran_fires_at_once_and_once()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        DateTimeOffset due;
        await using (var first = await TestSilo.Start(clock: clock, reminders: reminders))
            due = await first.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(75), Hour).Soon();
        clock.Advance(TimeSpan.FromMinutes(200));

        await using var second = await TestSilo.Start(clock: clock, reminders: reminders);
        await second.Journal.Has("a tea");

        var tick = (await second.Grain<IAlarmGrain>().Ticks("tea").Soon()).ShouldHaveSingleItem();
        tick.CurrentTickTime.ShouldBe(clock.Now.UtcDateTime);
        tick.FirstTickTime.ShouldBe(due.UtcDateTime);
    }

    /// <summary>Then it keeps to its rhythm, which began with the first tick. On Embedded only, as above.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task A_reminder_that_fired_late_fires_next_when_it_would_have_anyway()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        DateTimeOffset due;
        await using (var first = await TestSilo.Start(clock: clock, reminders: reminders))
            due = await first.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(75), TimeSpan.FromSeconds(97)).Soon();
        clock.Advance(TimeSpan.FromSeconds(75 + (97 * 3) + 20));

        await using var second = await TestSilo.Start(clock: clock, reminders: reminders);
        await second.Journal.Has("a tea");
        await clock.AdvanceToTimer(due + TimeSpan.FromSeconds(97 * 4));
        await second.Journal.Has("a tea", times: 2);
    }
}
