namespace Orleans.Embedded.Tests.Context;

public sealed class RequestContextTests
{
    [Fact]
    public async Task What_a_caller_sets_flows_down_through_all_grains()
    {
        await using var silo = await TestSilo.Start();

        RequestContext.Set("who", "me");

        (await silo.Grain<IContextGrain>().See("who").Soon()).ShouldBe(["me", "me"]);
        (await silo.Grain<IContextGrain>().SeeBeyond("who").Soon()).ShouldBe(["me", "me"]);
    }

    [Fact]
    public async Task What_a_grain_sets_does_not_flow_back_up()
    {
        await using var silo = await TestSilo.Start();
        RequestContext.Set("who", "me");

        await silo.Grain<IContextGrain>().Set("who", "grain").Soon();
        await silo.Grain<IContextGrain>().SetAtOnce("who", "grain").Soon();
        var between = await silo.Grain<IContextGrain>().SeeAfter("who", "grain").Soon();

        between.ShouldBe(["me"]);
        RequestContext.Get("who").ShouldBe("me");
    }

    [Fact]
    public async Task What_one_call_carried_the_next_does_not_see()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IContextGrain>();
        RequestContext.Set("who", "me");
        await grain.See("who").Soon();
        await grain.Set("who", "grain").Soon();
        await grain.SetAtOnce("who", "grain").Soon();

        RequestContext.Clear();

        (await grain.See("who").Soon()).ShouldBe(["nothing", "nothing"]);
    }

    [Fact]
    public async Task A_call_carries_what_was_set_when_it_was_made()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IContextGrain>();

        RequestContext.Set("who", "first");
        var first = grain.See("who");
        RequestContext.Set("who", "second");
        var second = grain.See("who");

        (await first.Soon()).ShouldBe(["first", "first"]);
        (await second.Soon()).ShouldBe(["second", "second"]);
    }

    [Fact]
    public async Task Concurrent_callers_each_carry_their_own()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IContextGrain>();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(async () =>
        {
            RequestContext.Set("who", $"{n}");
            (await grain.SeeBeyond("who").Soon()).ShouldBe([$"{n}", $"{n}"]);
        }))).Soon();
    }

    [Fact]
    public async Task One_way_calls_carry_it_too()
    {
        await using var silo = await TestSilo.Start();
        RequestContext.Set("who", "me");

        await silo.Grain<IContextGrain>().NoteSeen("who").Soon();

        await silo.Journal.Has("seen me");
    }

    [Fact]
    public async Task What_was_removed_does_not_flow()
    {
        await using var silo = await TestSilo.Start();
        RequestContext.Set("who", "me");
        RequestContext.Remove("who").ShouldBeTrue();

        (await silo.Grain<IContextGrain>().See("who").Soon()).ShouldBe(["nothing", "nothing"]);
    }

    /// <summary>On Embedded only: on Orleans it does as a rule, not always.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task An_activation_sees_what_its_first_call_carried()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IContextGrain>();
        RequestContext.Set("who", "me");
        await grain.NoteSeen("who").Soon();
        RequestContext.Clear();

        (await grain.SeenAtActivation().Soon()).ShouldBe("me");
    }

    [Fact]
    public async Task A_timer_does_not_see_what_the_call_carried_that_started_it()
    {
        await using var silo = await TestSilo.Start();
        RequestContext.Set("who", "me");
        var start = await silo.Grain<IContextGrain>().StartTimer("who", TimeSpan.FromSeconds(10)).Soon();
        RequestContext.Clear();

        await silo.Clock.AdvanceToTimer(start + TimeSpan.FromSeconds(10));

        await silo.Journal.Has("seen nothing");
    }
}
