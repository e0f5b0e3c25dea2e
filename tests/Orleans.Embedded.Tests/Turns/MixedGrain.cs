using Orleans.Concurrency;

namespace Orleans.Embedded.Tests.Turns;

public interface IMixedGrain : IGrainWithStringKey
{
    Task Write(int awaits);

    [ReadOnly]
    Task Read(int awaits);

    [AlwaysInterleave]
    Task Interleave(int awaits);

    [OneWay]
    Task Tell(int awaits);

    Task Leave();

    [AlwaysInterleave]
    Task Rest();
}

/// <summary>What all activations of the grain have seen together.</summary>
public sealed class Overlaps
{
    private int _threads;
    private int _writers;
    private int _readers;
    private int _calls;
    private int _threadWithThread;
    private int _writerWithWriter;
    private int _readerWithWriter;

    public int Calls => Volatile.Read(ref _calls);

    public int ThreadWithThread => Volatile.Read(ref _threadWithThread);

    public int WriterWithWriter => Volatile.Read(ref _writerWithWriter);

    public int ReaderWithWriter => Volatile.Read(ref _readerWithWriter);

    public void Enter(bool writes, bool reads)
    {
        if (writes && Interlocked.Increment(ref _writers) > 1)
            Interlocked.Increment(ref _writerWithWriter);
        if (reads)
            Interlocked.Increment(ref _readers);
        if ((reads && Volatile.Read(ref _writers) > 0) || (writes && Volatile.Read(ref _readers) > 0))
            Interlocked.Increment(ref _readerWithWriter);
    }

    public void Leave(bool writes, bool reads)
    {
        if (writes)
            Interlocked.Decrement(ref _writers);
        if (reads)
            Interlocked.Decrement(ref _readers);
        Interlocked.Increment(ref _calls);
    }

    public void Step()
    {
        if (Interlocked.Increment(ref _threads) > 1)
            Interlocked.Increment(ref _threadWithThread);
        Thread.SpinWait(20);
        Interlocked.Decrement(ref _threads);
    }
}

public sealed class MixedGrain(Overlaps overlaps) : Grain, IMixedGrain
{
    public Task Write(int awaits) => Run(writes: true, reads: false, awaits);

    public Task Read(int awaits) => Run(writes: false, reads: true, awaits);

    public Task Interleave(int awaits) => Run(writes: false, reads: false, awaits);

    public Task Tell(int awaits) => Run(writes: true, reads: false, awaits);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Run(writes: true, reads: false, awaits: 1);
    }

    public async Task Rest() => await Task.Yield();

    /// <summary>Leaves the grain with nothing to do meanwhile, so that calls have their chance to enter.</summary>
    private static Task Elsewhere() => Task.Run(static () => Thread.SpinWait(200));

    private async Task Run(bool writes, bool reads, int awaits)
    {
        overlaps.Enter(writes, reads);
        overlaps.Step();
        for (var n = 0; n < awaits; n++)
        {
            if (n % 2 == 0)
                await Task.Yield();
            else
                await Elsewhere();
            overlaps.Step();
        }

        overlaps.Leave(writes, reads);
    }
}
