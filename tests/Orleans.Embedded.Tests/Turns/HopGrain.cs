using Orleans.Concurrency;

namespace Orleans.Embedded.Tests.Turns;

public enum Hop
{
    Yield,
    Delay,
    Run,
    Chain,
    OtherGrain,
    Stream,
}

public interface IHopGrain : IGrainWithStringKey
{
    /// <summary>Awaits again and again in the given way, and steps into the detector after each await.</summary>
    [AlwaysInterleave]
    Task Go(Hop hop, int times);

    /// <summary>How often the detector was entered, and how often somebody else was inside.</summary>
    Task<(int Entered, int Collisions)> Seen();

    [AlwaysInterleave]
    Task Rest();
}

public sealed class HopGrain : Grain, IHopGrain
{
    private readonly OneAtATime _detector = new();

    public async Task Go(Hop hop, int times)
    {
        for (var n = 0; n < times; n++)
        {
            _detector.Enter();
            await Await(hop);
            _detector.Enter();
        }
    }

    public Task<(int Entered, int Collisions)> Seen() => Task.FromResult((_detector.Entered, _detector.Collisions));

    public async Task Rest() => await Task.Yield();

    private async Task Await(Hop hop)
    {
        switch (hop)
        {
            case Hop.Yield:
                await Task.Yield();
                break;
            case Hop.Delay:
                await Task.Delay(1);
                break;
            case Hop.Run:
                await Task.Run(() => Thread.SpinWait(100));
                break;
            case Hop.Chain:
                await Task.WhenAll(Elsewhere(), Elsewhere());
                break;
            case Hop.OtherGrain:
                await GrainFactory.GetGrain<IHopGrain>($"beside {this.GetPrimaryKeyString()}").Rest();
                break;
            default:
                await foreach (var _ in Numbers())
                    _detector.Enter();
                break;
        }
    }

    /// <summary>A library's method: it doesn't come back to the caller's context by itself.</summary>
    private static async Task Elsewhere()
    {
        await Task.Delay(1).ConfigureAwait(false);
        await Task.Yield();
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        for (var n = 0; n < 3; n++)
        {
            await Task.Yield();
            yield return n;
        }
    }
}
