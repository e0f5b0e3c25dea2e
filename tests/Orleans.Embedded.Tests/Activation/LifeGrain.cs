namespace Orleans.Embedded.Tests.Activation;

public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>Who answers: another one after each activation.</summary>
    Task<Guid> Instance();

    Task Deactivate();

    /// <summary>Asks for deactivation and stays in the turn until the gate opens.</summary>
    Task DeactivateAndHold(string gate);

    /// <summary>Lets the next deactivation wait at a gate.</summary>
    Task HoldDeactivation(string gate);

    Task Hold(string gate);

    Task FailDeactivation();

    /// <summary>Calls another grain in the middle of the next deactivation.</summary>
    Task CallInDeactivation(ILifeGrain other);

    [Concurrency.OneWay]
    Task Note(string note);

    [Concurrency.AlwaysInterleave]
    Task HoldInterleaved(string gate);
}

public sealed class LifeGrain(Journal journal, Gates gates, Census census) : Grain, ILifeGrain
{
    private readonly Guid _instance = Guid.NewGuid();
    private string? _gate;
    private ILifeGrain? _other;
    private bool _fails;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        census.Born(Key);
        journal.Note($"{Key} activated");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Note($"{Key} deactivating");
        if (_gate is not null)
            await gates.Pass(_gate);
        if (_other is not null)
            await _other.Instance();
        census.Died(Key);
        journal.Note($"{Key} deactivated: {reason.ReasonCode}");
        if (_fails)
            throw new InvalidOperationException("Deactivation failed.");
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task DeactivateAndHold(string gate)
    {
        DeactivateOnIdle();
        await gates.Pass(gate);
        journal.Note($"{Key} passed {gate}");
    }

    public Task HoldDeactivation(string gate)
    {
        _gate = gate;
        return Task.CompletedTask;
    }

    public async Task Hold(string gate)
    {
        await gates.Pass(gate);
        journal.Note($"{Key} passed {gate}");
    }

    public Task FailDeactivation()
    {
        _fails = true;
        return Task.CompletedTask;
    }

    public Task CallInDeactivation(ILifeGrain other)
    {
        _other = other;
        return Task.CompletedTask;
    }

    public Task Note(string note)
    {
        journal.Note($"{Key} {note}");
        return Task.CompletedTask;
    }

    public Task HoldInterleaved(string gate) => Hold(gate);
}
