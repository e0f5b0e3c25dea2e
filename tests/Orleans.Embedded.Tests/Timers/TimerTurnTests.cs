namespace Orleans.Embedded.Tests.Timers;

public sealed class TimerTurnTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_tick_waits_for_the_call_that_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Timeout.InfiniteTimeSpan).Soon();
        var call = grain.Hold("call");
        await silo.Gates.Reached("call");

        await silo.Clock.AdvanceToTimer(start + Due);
        silo.Gates.Open("call");
        await call.Soon();
        await silo.Journal.Has("a tick");

        silo.Journal.Notes.ShouldBe(["a activated", "a call begins", "a call ends", "a tick"]);
    }

    [Fact]
    public async Task A_call_waits_for_the_tick_that_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.StartHeld(Due, "tick").Soon();
        await silo.Clock.AdvanceToTimer(start + Due);
        await silo.Gates.Reached("tick");

        silo.Gates.Open("call");
        var call = grain.Hold("call");
        silo.Gates.Open("tick");
        await call.Soon();

        silo.Journal.Notes.ShouldBe(["a activated", "a tick begins", "a tick ends", "a call begins", "a call ends"]);
    }

    [Fact]
    public async Task A_tick_that_may_interleave_runs_while_a_call_waits()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Timeout.InfiniteTimeSpan, interleave: true).Soon();
        var call = grain.Hold("call");
        await silo.Gates.Reached("call");

        await silo.Clock.AdvanceToTimer(start + Due);
        await silo.Journal.Has("a tick");

        call.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("call");
        await call.Soon();
    }

    [Fact]
    public async Task A_call_runs_while_a_tick_that_may_interleave_waits()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.StartHeld(Due, "tick", interleave: true).Soon();
        await silo.Clock.AdvanceToTimer(start + Due);
        await silo.Gates.Reached("tick");

        silo.Gates.Open("call");
        await grain.Hold("call").Soon();

        silo.Gates.Open("tick");
        await silo.Journal.Has("a tick ends");
    }

    [Fact]
    public async Task Timers_end_with_their_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        await grain.Start(Due, Due).Soon();

        await grain.Leave();
        await silo.Journal.Has("a deactivated");
        silo.Clock.Advance(TimeSpan.FromMinutes(5));

        (await grain.Ticks().Soon()).ShouldBeEmpty();
        silo.Journal.Count("a tick").ShouldBe(0);
    }

    [Fact]
    public async Task A_tick_that_waits_when_its_activation_ends_is_dropped()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.Start(Due, Due).Soon();
        var call = grain.Hold("call");
        await silo.Gates.Reached("call");
        await silo.Clock.AdvanceToTimer(start + Due);

        await grain.Leave().Soon();
        silo.Gates.Open("call");
        await call.Soon();
        await silo.Journal.Has("a deactivated");
        await silo.Stop().Soon();

        silo.Journal.Notes.ShouldBe(["a activated", "a call begins", "a call ends", "a deactivated"]);
    }

    [Fact]
    public async Task A_tick_that_runs_is_told_when_its_timer_is_disposed()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITickingGrain>();
        var start = await grain.StartHeld(Due, "tick", interleave: true).Soon();
        await silo.Clock.AdvanceToTimer(start + Due);
        await silo.Gates.Reached("tick");

        await grain.Dispose().Soon();
        silo.Gates.Open("tick");

        await silo.Journal.Has("a tick is cancelled");
    }
}
