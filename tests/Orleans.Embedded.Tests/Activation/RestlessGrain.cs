namespace Orleans.Embedded.Tests.Activation;

[GenerateSerializer]
[Alias("conformance.Tally")]
public sealed record Tally
{
    [Id(0)]
    public int Count { get; init; }
}

public interface IRestlessGrain : IGrainWithStringKey
{
    /// <summary>Counts one more, saves it, and asks to be deactivated. Answers the new count.</summary>
    Task<int> CountAndLeave();

    Task<int> Count();
}

public sealed class RestlessGrain([PersistentState("tally")] IPersistentState<Tally> tally, Census census) : Grain, IRestlessGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        census.Born(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        census.Died(this.GetPrimaryKeyString());
    }

    public async Task<int> CountAndLeave()
    {
        tally.State = tally.State with { Count = tally.State.Count + 1 };
        await tally.WriteStateAsync();
        DeactivateOnIdle();
        return tally.State.Count;
    }

    public Task<int> Count() => Task.FromResult(tally.State.Count);
}
