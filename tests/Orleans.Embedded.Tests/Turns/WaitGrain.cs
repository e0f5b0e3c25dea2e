using Orleans.Concurrency;

namespace Orleans.Embedded.Tests.Turns;

public interface IWaits : IGrainWithStringKey
{
    Task Answer();

    Task Hold(string gate);

    /// <summary>Calls <paramref name="other"/>, which calls back.</summary>
    Task CallThrough(IWaits other);

    Task CallBack(IWaits caller);

    Task CallItself();
}

public interface IWaitGrain : IWaits;

public interface IReentrantWaitGrain : IWaits;

public abstract class WaitGrainBase(Journal journal, Gates gates) : Grain, IWaits
{
    public Task Answer() => Task.CompletedTask;

    public async Task Hold(string gate)
    {
        await gates.Pass(gate);
        journal.Note($"{this.GetPrimaryKeyString()} passed {gate}");
    }

    public async Task CallThrough(IWaits other) => await other.CallBack(this.AsReference<IWaits>());

    public async Task CallBack(IWaits caller) => await caller.Answer();

    public async Task CallItself() => await this.AsReference<IWaits>().Answer();
}

public sealed class WaitGrain(Journal journal, Gates gates) : WaitGrainBase(journal, gates), IWaitGrain;

[Reentrant]
public sealed class ReentrantWaitGrain(Journal journal, Gates gates) : WaitGrainBase(journal, gates), IReentrantWaitGrain;
