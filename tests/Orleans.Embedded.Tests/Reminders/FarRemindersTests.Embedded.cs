namespace Orleans.Embedded.Tests.Reminders;

/// <summary>On Embedded only: Orleans reads its whole table at start, and again every five minutes.</summary>
[Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
public sealed class FarRemindersTests
{
    [Fact]
    public async Task Reminders_of_the_far_future_are_not_read_at_start()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        for (var n = 0; n < 100_000; n++)
            await reminders.UpsertRow(Far(clock, n));

        await using var silo = await TestSilo.Start(clock: clock, reminders: reminders);
        var due = await silo.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(75), TimeSpan.FromHours(1)).Soon();
        await clock.AdvanceToTimer(due);
        await silo.Journal.Has("a tea");

        reminders.RowsRead.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_reminder_of_the_far_future_fires_when_its_time_has_come()
    {
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        await using var silo = await TestSilo.Start(clock: clock, reminders: reminders);
        var due = await silo.Grain<IAlarmGrain>().Set("tea", TimeSpan.FromSeconds(86_475), TimeSpan.FromHours(1)).Soon();

        await clock.AdvanceToTimer(due);
        await silo.Journal.Has("a tea");

        var tick = (await silo.Grain<IAlarmGrain>().Ticks("tea").Soon()).ShouldHaveSingleItem();
        tick.CurrentTickTime.ShouldBe(due.UtcDateTime);
        tick.FirstTickTime.ShouldBe(due.UtcDateTime);
    }

    /// <summary>More than the service holds at once.</summary>
    [Fact]
    public async Task Of_12000_reminders_due_at_one_instant_each_fires()
    {
        const int Count = 12_000;
        var (clock, reminders) = (new TestClock(), new SharedReminders());
        for (var n = 0; n < Count; n++)
            await reminders.UpsertRow(Near(clock, n));

        await using var silo = await TestSilo.Start(clock: clock, reminders: reminders);
        await clock.AdvanceUntil(silo.Journal.Has("near", times: Count), step: TimeSpan.FromSeconds(10));
    }

    private static ReminderEntry Near(TestClock clock, int n) => new()
    {
        GrainId = GrainId.Create("near", $"{n}"),
        ReminderName = "near",
        StartAt = clock.Now.UtcDateTime + TimeSpan.FromSeconds(75),
        Period = TimeSpan.FromDays(1),
    };

    private static ReminderEntry Far(TestClock clock, int n) => new()
    {
        GrainId = GrainId.Create("alarm", $"{n}"),
        ReminderName = "far",
        StartAt = clock.Now.UtcDateTime + TimeSpan.FromDays(1 + (n % 365)),
        Period = TimeSpan.FromDays(1),
    };
}

public interface INearGrain : IGrainWithStringKey;

public sealed class NearGrain(Journal journal) : Grain, INearGrain, IRemindable
{
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        journal.Note(reminderName);
        return Task.CompletedTask;
    }
}
