namespace Orleans.Embedded.Tests.Timers;

public sealed class TimerTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_timer_ticks_when_it_is_due_and_then_after_each_period()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Period).Soon();

        await Tick(silo, start + Due);
        await Tick(silo, start + Due + Period);
        await Tick(silo, start + Due + (2 * Period));

        (await grain.Ticks().Soon()).ShouldBe([start + Due, start + Due + Period, start + Due + (2 * Period)]);
    }

    [Fact]
    public async Task A_timer_without_a_period_ticks_once()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Timeout.InfiniteTimeSpan).Soon();

        await Tick(silo, start + Due);
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        (await grain.Ticks().Soon()).ShouldBe([start + Due]);
    }

    [Fact]
    public async Task A_timer_without_a_due_time_waits_for_a_change()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        await grain.Start(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).Soon();
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        var changed = await grain.Change(Due, Period).Soon();
        await Tick(silo, changed + Due);

        (await grain.Ticks().Soon()).ShouldBe([changed + Due]);
    }

    [Fact]
    public async Task A_changed_timer_ticks_at_its_new_times()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Period).Soon();
        await Tick(silo, start + Due);

        var changed = await grain.Change(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)).Soon();
        await Tick(silo, changed + TimeSpan.FromSeconds(30));
        await Tick(silo, changed + TimeSpan.FromSeconds(90));

        (await grain.Ticks().Soon()).ShouldBe([start + Due, changed + TimeSpan.FromSeconds(30), changed + TimeSpan.FromSeconds(90)]);
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Period).Soon();
        await Tick(silo, start + Due);

        await grain.Dispose().Soon();
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        (await grain.Ticks().Soon()).ShouldBe([start + Due]);
    }

    [Fact]
    public async Task A_tick_may_dispose_of_its_timer()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        await grain.OnNextTick("dispose").Soon();
        var start = await grain.Start(Due, Period).Soon();

        await Tick(silo, start + Due);
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        (await grain.Ticks().Soon()).ShouldBe([start + Due]);
    }

    [Fact]
    public async Task A_tick_may_change_its_timer()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        await grain.OnNextTick("change").Soon();
        var start = await grain.Start(Due, Period).Soon();

        await Tick(silo, start + Due);
        await Tick(silo, start + Due + TimeSpan.FromSeconds(5));
        await Tick(silo, start + Due + TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task A_timer_whose_tick_fails_ticks_on()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        await grain.OnNextTick("fail").Soon();
        var start = await grain.Start(Due, Period).Soon();

        await Tick(silo, start + Due);
        await Tick(silo, start + Due + Period);

        (await grain.Ticks().Soon()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Times_without_sense_are_refused()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => grain.Start(TimeSpan.FromSeconds(-2), Period).Soon());
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => grain.Start(Due, TimeSpan.FromSeconds(-2)).Soon());
    }

    /// <summary>Lets the timer tick and waits until that turn is over.</summary>
    private static async Task Tick(TestSilo silo, DateTimeOffset due)
    {
        var before = silo.Journal.Count("a tick");
        await silo.Clock.AdvanceToTimer(due);
        await silo.Journal.Has("a tick", times: before + 1);
        await silo.Grain<ITickingGrain>().Rest().Soon();
    }
}
