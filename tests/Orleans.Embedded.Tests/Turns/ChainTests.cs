namespace Orleans.Embedded.Tests.Turns;

public sealed class ChainTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_may_go_through_5000_grains(bool atOnce)
    {
        await using var silo = await TestSilo.Start();

        var length = await silo.Grains.GetGrain<IChainGrain>(0).Length(5_000, atOnce).Soon();

        length.ShouldBe(5_000);
        (await silo.Grains.GetGrain<IChainGrain>(0).Length(5_000, atOnce).Soon()).ShouldBe(5_000);
    }

    [Fact]
    public async Task An_exception_comes_back_through_500_grains()
    {
        await using var silo = await TestSilo.Start();

        var fault = await Should.ThrowAsync<RefusedException>(() => silo.Grains.GetGrain<IChainGrain>(0).Break(500).Soon());

        fault.Code.ShouldBe("end");
    }

    [Fact]
    public async Task A_grain_may_call_another_100000_times_in_a_row()
    {
        await using var silo = await TestSilo.Start();

        (await silo.Grains.GetGrain<IChainGrain>(0).CallNext(100_000).Soon()).ShouldBe(100_000);
    }
}

public interface IChainGrain : IGrainWithIntegerKey
{
    /// <summary>How many grains follow, each asked by the one before it.</summary>
    Task<int> Length(int rest, bool atOnce);

    Task Break(int rest);

    Task<int> CallNext(int times);

    Task<int> One();
}

public sealed class ChainGrain : Grain, IChainGrain
{
    private IChainGrain Next => GrainFactory.GetGrain<IChainGrain>(this.GetPrimaryKeyLong() + 1);

    public async Task<int> Length(int rest, bool atOnce)
    {
        if (!atOnce)
            await Task.Yield();
        return rest == 0 ? 0 : 1 + await Next.Length(rest - 1, atOnce);
    }

    public async Task Break(int rest)
    {
        if (rest == 0)
            throw new RefusedException("No.") { Code = "end" };
        await Next.Break(rest - 1);
    }

    public async Task<int> CallNext(int times)
    {
        var sum = 0;
        for (var n = 0; n < times; n++)
            sum += await Next.One();
        return sum;
    }

    public Task<int> One() => Task.FromResult(1);
}
