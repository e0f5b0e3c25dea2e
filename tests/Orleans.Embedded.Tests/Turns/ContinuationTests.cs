namespace Orleans.Embedded.Tests.Turns;

public sealed class ContinuationTests
{
    /// <summary>20 interleaved calls of one grain: whatever they await, after it they are back on the grain's own scheduler, one at a time.</summary>
    [Theory]
    [InlineData(Hop.Yield)]
    [InlineData(Hop.Delay)]
    [InlineData(Hop.Run)]
    [InlineData(Hop.Chain)]
    [InlineData(Hop.OtherGrain)]
    [InlineData(Hop.Stream)]
    public async Task After_an_await_the_call_is_back_in_its_grain_alone(Hop hop)
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IHopGrain>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => grain.Go(hop, times: 25))).Soon();

        var (entered, collisions) = await grain.Seen();
        entered.ShouldBeGreaterThanOrEqualTo(20 * 25 * 2);
        collisions.ShouldBe(0);
    }

    [Fact]
    public async Task A_caller_does_not_go_on_inside_the_grain_that_answered_it()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ICounterGrain>();

        await Task.Run(() => CallAndThenBlock(grain)).Soon();

        (await grain.Value().Soon()).ShouldBe(2);
    }

    /// <summary>Would wait for itself if it still held the grain's turn.</summary>
    private static async Task CallAndThenBlock(ICounterGrain grain)
    {
        await grain.Increment().ConfigureAwait(false);
        grain.Increment().Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
    }
}
