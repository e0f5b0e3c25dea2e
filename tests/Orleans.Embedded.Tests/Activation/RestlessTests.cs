namespace Orleans.Embedded.Tests.Activation;

public sealed class RestlessTests
{
    /// <summary>Storage checks ETags: two activations at once would overwrite each other's count and be told so.</summary>
    [Fact]
    public async Task While_32_callers_deactivate_a_grain_all_the_time_it_is_never_there_twice_and_loses_no_update()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IRestlessGrain>();

        var counts = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Call(grain, times: 50)))).Soon();

        counts.SelectMany(count => count).Order().ShouldBe(Enumerable.Range(1, 32 * 50));
        (await grain.Count().Soon()).ShouldBe(32 * 50);
        silo.Census.MostOfOne.ShouldBe(1);
    }

    private static async Task<List<int>> Call(IRestlessGrain grain, int times)
    {
        var counts = new List<int>();
        for (var n = 0; n < times; n++)
            counts.Add(await grain.CountAndLeave());
        return counts;
    }
}
