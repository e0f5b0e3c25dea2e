namespace Orleans.Embedded.Tests.Turns;

public sealed class CounterTests
{
    /// <summary>On Embedded only: Orleans keeps the order of calls as a rule, but promises none while an activation starts.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task Calls_of_one_caller_run_in_the_order_in_which_they_were_made()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ICounterGrain>();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(grain.Append)).Soon();

        (await grain.Appended()).ShouldBe(Enumerable.Range(0, 1_000));
    }

    [Fact]
    public async Task Of_1000_concurrent_increments_with_awaits_in_them_none_is_lost()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ICounterGrain>();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(grain.Increment))).Soon();

        (await grain.Value()).ShouldBe(1_000);
    }

    [Fact]
    public async Task Of_1000_concurrent_callers_of_one_grain_each_gets_an_answer_of_its_own()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ICounterGrain>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(grain.Increment))).Soon();

        answers.Order().ShouldBe(Enumerable.Range(1, 1_000));
    }

    /// <summary>On Embedded only, as above.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task Calls_of_one_caller_are_answered_in_order()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ICounterGrain>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => grain.Increment())).Soon();

        answers.ShouldBe(Enumerable.Range(1, 1_000));
    }
}
