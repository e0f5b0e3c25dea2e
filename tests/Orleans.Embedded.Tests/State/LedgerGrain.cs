namespace Orleans.Embedded.Tests.State;

/// <summary>A state that is changed in place, as much Orleans code does.</summary>
[GenerateSerializer]
[Alias("conformance.Ledger")]
public sealed class Ledger
{
    [Id(0)]
    public List<int> Entries { get; set; } = [];
}

public interface ILedgerGrain : IGrainWithStringKey
{
    Task Add(int entry);

    Task Save();

    Task Clear();

    Task Reload();

    Task<int[]> Entries();

    Task Leave();
}

public sealed class LedgerGrain : Grain<Ledger>, ILedgerGrain
{
    private int[] _atActivation = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _atActivation = [.. State.Entries];
        return base.OnActivateAsync(cancellationToken);
    }

    public Task Add(int entry)
    {
        State.Entries.Add(entry);
        return Task.CompletedTask;
    }

    public Task Save() => WriteStateAsync();

    public Task Clear() => ClearStateAsync();

    public Task Reload() => ReadStateAsync();

    public Task<int[]> Entries()
    {
        State.Entries.Take(_atActivation.Length).ShouldBe(_atActivation);
        return Task.FromResult(State.Entries.ToArray());
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
