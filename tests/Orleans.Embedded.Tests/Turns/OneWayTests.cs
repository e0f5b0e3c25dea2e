namespace Orleans.Embedded.Tests.Turns;

public sealed class OneWayTests
{
    [Fact]
    public async Task A_one_way_call_returns_before_its_turn_is_over()
    {
        await using var silo = await TestSilo.Start();

        await silo.Grain<IOneWayGrain>().Hold("gate").Soon();

        silo.Journal.Notes.ShouldBeEmpty();
        silo.Gates.Open("gate");
        await silo.Journal.Has("passed gate");
    }

    [Fact]
    public async Task What_a_one_way_call_throws_reaches_nobody_and_the_grain_lives_on()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IOneWayGrain>();

        await grain.Fail().Soon();
        await grain.FailAtOnce().Soon();
        await silo.Journal.Has("failing", times: 2);

        (await grain.Appended().Soon()).ShouldBeEmpty();
    }

    /// <summary>On Embedded only: Orleans promises no order of messages.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task One_way_calls_run_in_the_order_in_which_they_were_made()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IOneWayGrain>();

        foreach (var n in Enumerable.Range(0, 100))
            await grain.Append(n);

        (await grain.Appended().Soon()).ShouldBe(Enumerable.Range(0, 100));
    }
}
