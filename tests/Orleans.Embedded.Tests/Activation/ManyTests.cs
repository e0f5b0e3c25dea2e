namespace Orleans.Embedded.Tests.Activation;

public sealed class ManyTests
{
    [Fact]
    public async Task Of_100000_grains_each_is_activated_called_and_deactivated_at_the_end()
    {
        const int Count = 100_000;
        await using var silo = await TestSilo.Start();

        for (var n = 0; n < Count; n += 1_000)
            await Task.WhenAll(Enumerable.Range(n, 1_000).Select(key => silo.Grain<IManyGrain>($"{key}").Call())).Soon();

        silo.Census.Total.ShouldBe(Count);
        await silo.Stop().Soon();
        silo.Census.Total.ShouldBe(0);
        silo.Census.MostOfOne.ShouldBe(1);
    }
}

public interface IManyGrain : IGrainWithStringKey
{
    Task Call();
}

public sealed class ManyGrain(Census census) : Grain, IManyGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        census.Born(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        census.Died(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public Task Call() => Task.CompletedTask;
}
