namespace Orleans.Embedded.Tests.Activation;

public sealed class DeactivationTests
{
    [Fact]
    public async Task A_grain_is_activated_by_its_first_call_and_once()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        silo.Journal.Notes.ShouldBeEmpty();

        var instances = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(grain.Instance))).Soon();

        instances.Distinct().Count().ShouldBe(1);
        silo.Journal.Notes.ShouldBe(["a activated"]);
    }

    [Fact]
    public async Task A_deactivated_grain_is_told_and_the_next_call_gets_a_new_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        var before = await grain.Instance();

        await grain.Deactivate();
        var after = await grain.Instance().Soon();

        after.ShouldNotBe(before);
        silo.Journal.Notes.ShouldBe(["a activated", "a deactivating", "a deactivated: ApplicationRequested", "a activated"]);
    }

    [Fact]
    public async Task Deactivation_waits_for_the_turn_that_asked_for_it()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        var turn = grain.DeactivateAndHold("turn");
        await silo.Gates.Reached("turn");

        var next = grain.Instance();
        silo.Gates.Open("turn");
        await Task.WhenAll(turn, next).Soon();

        silo.Journal.Notes.ShouldBe(["a activated", "a passed turn", "a deactivating", "a deactivated: ApplicationRequested", "a activated"]);
    }

    [Fact]
    public async Task Calls_that_arrive_during_deactivation_are_served_by_the_next_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        var before = await grain.Instance();
        await grain.HoldDeactivation("end");
        await grain.Deactivate();
        await silo.Gates.Reached("end");

        var calls = Enumerable.Range(0, 10).Select(_ => Task.Run(grain.Instance)).ToArray();
        silo.Gates.Open("end");
        var after = await Task.WhenAll(calls).Soon();

        after.Distinct().ShouldHaveSingleItem().ShouldNotBe(before);
        silo.Census.MostOfOne.ShouldBe(1);
        silo.Journal.Notes.ShouldBe(["a activated", "a deactivating", "a deactivated: ApplicationRequested", "a activated"]);
    }

    [Fact]
    public async Task A_deactivation_that_fails_is_a_deactivation_all_the_same()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        var before = await grain.Instance();
        await grain.FailDeactivation();

        await grain.Deactivate();

        (await grain.Instance().Soon()).ShouldNotBe(before);
    }

    [Fact]
    public async Task Calls_that_wait_when_their_grain_is_deactivated_are_served_by_the_next_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        var turn = grain.DeactivateAndHold("turn");
        await silo.Gates.Reached("turn");

        var queued = Enumerable.Range(0, 50).Select(_ => grain.Instance()).ToArray();
        silo.Gates.Open("turn");
        var instances = await Task.WhenAll(queued).Soon();
        await turn.Soon();

        instances.Distinct().ShouldHaveSingleItem();
        silo.Journal.Count("a activated").ShouldBe(2);
    }

    [Fact]
    public async Task Deactivation_waits_for_every_turn_that_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        var (one, two) = (grain.HoldInterleaved("one"), grain.HoldInterleaved("two"));
        await Task.WhenAll(silo.Gates.Reached("one"), silo.Gates.Reached("two"));
        await grain.Deactivate().Soon();

        var next = grain.Instance();
        silo.Gates.Open("two");
        await two.Soon();
        silo.Gates.Open("one");
        await Task.WhenAll(one, next).Soon();

        silo.Journal.Notes.ShouldBe(["a activated", "a passed two", "a passed one", "a deactivating", "a deactivated: ApplicationRequested", "a activated"]);
    }

    [Fact]
    public async Task A_one_way_call_that_arrives_during_deactivation_is_not_lost()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        await grain.HoldDeactivation("end");
        await grain.Deactivate();
        await silo.Gates.Reached("end");

        await grain.Note("noted").Soon();
        silo.Gates.Open("end");

        await silo.Journal.Has("a noted");
        silo.Journal.Notes.ShouldBe(["a activated", "a deactivating", "a deactivated: ApplicationRequested", "a activated", "a noted"]);
    }

    [Fact]
    public async Task A_grain_may_call_another_while_it_is_deactivated()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>("a");
        await grain.CallInDeactivation(silo.Grain<ILifeGrain>("b"));

        await grain.Deactivate();

        await silo.Journal.Has("a deactivated: ApplicationRequested");
        silo.Journal.Count("b activated").ShouldBe(1);
    }
}
