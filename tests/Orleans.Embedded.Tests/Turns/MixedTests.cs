using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded.Tests.Turns;

public sealed class MixedTests
{
    private const int Callers = 16;
    private const int CallsOfEach = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_called_in_whatever_order_writers_are_alone_and_nothing_is_lost(int seed)
    {
        var overlaps = await Run(seed);

        overlaps.Calls.ShouldBe(Callers * CallsOfEach);
        overlaps.ThreadWithThread.ShouldBe(0);
        overlaps.WriterWithWriter.ShouldBe(0);
    }

    /// <summary>
    /// On Embedded only: Orleans takes the first of several readers for the one that blocks, and lets a writer in when
    /// that one ends, though others still read (ActivationData.OnCompletedRequest).
    /// </summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task Readers_and_writers_never_overlap()
    {
        var overlaps = await Run(seed: 4);

        overlaps.ReaderWithWriter.ShouldBe(0);
    }

    private static async Task<Overlaps> Run(int seed)
    {
        var overlaps = new Overlaps();
        await using var silo = await TestSilo.Start(silo => silo.Services.AddSingleton(overlaps));
        var grain = silo.Grain<IMixedGrain>();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => Task.Run(() => Call(grain, new Random((seed * 1_000) + n))))).Soon();
        await AllHaveRun(grain, overlaps).Soon();
        return overlaps;
    }

    /// <summary>One-way calls may still be under way.</summary>
    private static async Task AllHaveRun(IMixedGrain grain, Overlaps overlaps)
    {
        while (overlaps.Calls < Callers * CallsOfEach)
            await grain.Rest();
    }

    private static async Task Call(IMixedGrain grain, Random random)
    {
        var open = new List<Task>();
        for (var n = 0; n < CallsOfEach; n++)
        {
            var awaits = random.Next(3);
            open.Add(random.Next(20) switch
            {
                0 => grain.Leave(),
                < 3 => grain.Tell(awaits),
                < 8 => grain.Write(awaits),
                < 15 => grain.Read(awaits),
                _ => grain.Interleave(awaits),
            });
            if (random.Next(4) == 0)
                await Task.WhenAll(open);
        }

        await Task.WhenAll(open);
    }
}
