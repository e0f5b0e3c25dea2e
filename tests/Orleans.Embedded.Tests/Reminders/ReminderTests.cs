namespace Orleans.Embedded.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(97);

    [Fact]
    public async Task A_reminder_fires_when_it_is_due_and_then_after_each_period()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        var due = await grain.Set("tea", Due, Period).Soon();

        for (var n = 0; n < 4; n++)
        {
            await silo.Clock.AdvanceToTimer(due + (n * Period));
            await silo.Journal.Has("a tea", times: n + 1);
        }

        var ticks = await grain.Ticks("tea").Soon();
        ticks.Select(tick => tick.CurrentTickTime).ShouldBe(Enumerable.Range(0, 4).Select(n => (due + (n * Period)).UtcDateTime));
        ticks.ShouldAllBe(tick => tick.FirstTickTime == due.UtcDateTime && tick.Period == Period);
    }

    [Fact]
    public async Task A_reminder_registered_again_moves()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        await grain.Set("tea", TimeSpan.FromSeconds(20), Period).Soon();

        var due = await grain.Set("tea", Due, Period).Soon();
        await silo.Clock.AdvanceToTimer(due);
        await silo.Journal.Has("a tea");

        var tick = (await grain.Ticks("tea").Soon()).ShouldHaveSingleItem();
        tick.CurrentTickTime.ShouldBe(due.UtcDateTime);
        (await grain.AllSet().Soon()).ShouldBe(["tea"]);
    }

    [Fact]
    public async Task An_unregistered_reminder_fires_no_more()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        await grain.Set("tea", TimeSpan.FromSeconds(20), Period).Soon();
        var due = await grain.Set("witness", Due, Period).Soon();

        await grain.Unset("tea").Soon();
        await silo.Clock.AdvanceToTimer(due);
        await silo.Journal.Has("a witness");

        (await grain.Ticks("tea").Soon()).ShouldBeEmpty();
        (await grain.IsSet("tea").Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reminder_that_is_gone_already_can_be_unregistered()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        await grain.Set("tea", Due, Period).Soon();

        await grain.UnsetTwice("tea").Soon();

        (await grain.IsSet("tea").Soon()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reminder_that_has_moved_is_not_unregistered_by_an_old_handle()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        await grain.Set("tea", Due, Period).Soon();

        await Should.ThrowAsync<ReminderException>(() => grain.UnsetWithOldHandle("tea", Due, Period).Soon());

        (await grain.IsSet("tea").Soon()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_grain_can_ask_for_its_own_reminders()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>("a");
        await grain.Set("tea", Due, Period).Soon();
        await grain.Set("bread", Due, Period).Soon();
        await silo.Grain<IAlarmGrain>("b").Set("milk", Due, Period).Soon();

        (await grain.AllSet().Soon()).ShouldBe(["bread", "tea"]);
        (await grain.IsSet("tea").Soon()).ShouldBeTrue();
        (await grain.IsSet("milk").Soon()).ShouldBeFalse();
        (await silo.Grain<IAlarmGrain>("c").AllSet().Soon()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reminders_of_one_grain_are_told_apart_by_name()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        var first = await grain.Set("first", TimeSpan.FromSeconds(20), Period).Soon();
        var second = await grain.Set("second", TimeSpan.FromSeconds(50), Period).Soon();

        await silo.Clock.AdvanceToTimer(first);
        await silo.Journal.Has("a first");
        await silo.Clock.AdvanceToTimer(second);
        await silo.Journal.Has("a second");

        silo.Journal.Notes.ShouldBe(["a first", "a second"]);
    }

    [Fact]
    public async Task A_reminder_that_fails_is_called_again_after_its_period()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        await grain.FailTicks().Soon();
        var due = await grain.Set("tea", Due, Period).Soon();

        await silo.Clock.AdvanceToTimer(due);
        await silo.Journal.Has("a tea");
        await silo.Clock.AdvanceToTimer(due + Period);
        await silo.Journal.Has("a tea", times: 2);
    }

    [Fact]
    public async Task A_reminder_activates_its_grain()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        var instance = await grain.Instance();
        var due = await grain.Set("tea", Due, Period).Soon();
        await grain.Leave();
        await silo.Journal.Has("a deactivated");

        await silo.Clock.AdvanceToTimer(due);
        await silo.Journal.Has("a tea");

        (await grain.Ticks("tea").Soon()).ShouldHaveSingleItem();
        (await grain.Instance()).ShouldNotBe(instance);
    }

    [Fact]
    public async Task A_reminder_is_a_turn_like_any_other()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();
        await grain.HoldTicks("gate").Soon();
        var due = await grain.Set("tea", Due, Period).Soon();
        await silo.Clock.AdvanceToTimer(due);
        await silo.Gates.Reached("gate");

        var call = grain.Instance();
        await silo.Grain<IAlarmGrain>("b").Instance().Soon();
        call.IsCompleted.ShouldBeFalse();

        silo.Gates.Open("gate");
        await call.Soon();
    }

    [Fact]
    public async Task A_reminder_may_unregister_itself()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IOnceGrain>();
        var due = await grain.Set(TimeSpan.FromSeconds(20)).Soon();
        await silo.Clock.AdvanceToTimer(due);
        await silo.Journal.Has("once");

        var witness = await silo.Grain<IAlarmGrain>().Set("witness", TimeSpan.FromMinutes(2), Period).Soon();
        await silo.Clock.AdvanceToTimer(witness);
        await silo.Journal.Has("a witness");

        silo.Journal.Count("once").ShouldBe(1);
    }
}

public interface IOnceGrain : IGrainWithStringKey
{
    Task<DateTimeOffset> Set(TimeSpan due);
}

public sealed class OnceGrain(Journal journal, TestClock clock) : Grain, IOnceGrain, IRemindable
{
    public async Task<DateTimeOffset> Set(TimeSpan due)
    {
        await this.RegisterOrUpdateReminder("once", due, TimeSpan.FromMinutes(1));
        return clock.Now + due;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await this.UnregisterReminder((await this.GetReminder(reminderName))!);
        journal.Note("once");
    }
}
