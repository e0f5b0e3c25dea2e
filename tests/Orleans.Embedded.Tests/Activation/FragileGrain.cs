namespace Orleans.Embedded.Tests.Activation;

public interface IFragileGrain : IGrainWithStringKey
{
    Task<Guid> Instance();

    Task Write();
}

/// <summary>Can fail at each step of its activation.</summary>
public sealed class FragileGrain : Grain, IFragileGrain, IDisposable
{
    private readonly Guid _instance = Guid.NewGuid();
    private readonly IPersistentState<Tally> _tally;
    private readonly Faults _faults;
    private readonly Journal _journal;

    public FragileGrain([PersistentState("tally", "Faulty")] IPersistentState<Tally> tally, Faults faults, Journal journal, Companion companion)
    {
        (_tally, _faults, _journal) = (tally, faults, journal);
        journal.Note("constructed");
        companion.Use();
        faults.ThrowIf("constructor");
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        _faults.ThrowIf("activation");
        _journal.Note("activated");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _journal.Note("deactivated");
        return Task.CompletedTask;
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);

    public Task Write() => _tally.WriteStateAsync();

    public void Dispose() => _journal.Note("disposed");
}

/// <summary>A scoped service: made for one activation and let go with it.</summary>
public sealed class Companion(Journal journal) : IDisposable
{
    public void Use() => journal.Note("companion used");

    public void Dispose() => journal.Note("companion disposed");
}
