using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Hosting;
using Kayse.Bench.Reports;

namespace Kayse.Bench.Calls;

/// <summary>Calls within the process, each to one of many grains at random, each awaited before the next.</summary>
internal static class CallBench
{
    private const int Grains = 100_000;
    private const int Rounds = 5;
    private const int BetweenGlances = 1_000;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var factory = host.Grains();
        var keys = Enumerable.Range(0, Grains).Select(number => number.ToString("d8", CultureInfo.InvariantCulture)).ToArray();
        var references = keys.Select(key => factory.GetGrain<ITallyGrain>(key)).ToArray();
        foreach (var reference in references)
            await reference.AddAsync(1);

        var round = arguments.Duration / Rounds;
        var held = await MedianAsync(1, round, number => references[number]);
        var both = await MedianAsync(2, round, number => references[number]);
        var found = await MedianAsync(1, round, number => factory.GetGrain<ITallyGrain>(keys[number]));
        Row.Write("Grain calls, 1 caller", Row.PerSecond(held), "2,000,000/s", "100,000 trivial grains at random, references held");
        Row.Write("Grain calls, 2 callers", Row.PerSecond(both), "", "likewise, on two threads");
        Row.Write(
            "Grain calls, 1 caller, `GetGrain` each time",
            Row.PerSecond(found),
            "",
            "likewise, the reference made for each call, as a request does"
        );
        await host.StopAsync();
        return 0;
    }

    private static async Task<double> MedianAsync(int callers, TimeSpan duration, Func<int, ITallyGrain> grain)
    {
        await RateAsync(callers, duration, grain);
        var rates = new List<double>();
        for (var i = 0; i < Rounds; i++)
            rates.Add(await RateAsync(callers, duration, grain));
        return rates.Order().ElementAt(Rounds / 2);
    }

    private static async Task<double> RateAsync(int callers, TimeSpan duration, Func<int, ITallyGrain> grain) =>
        (
            await Task.WhenAll(Enumerable.Range(1, callers).Select(caller => Task.Run(() => CallAsync((uint)caller, duration, grain))))
        ).Sum();

    private static async Task<double> CallAsync(uint seed, TimeSpan duration, Func<int, ITallyGrain> grain)
    {
        var random = seed * 2_654_435_769;
        var calls = 0L;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            for (var i = 0; i < BetweenGlances; i++)
            {
                // Marsaglia's xorshift: cheaper than what is measured.
                random ^= random << 13;
                random ^= random >> 17;
                random ^= random << 5;
                await grain((int)(random % Grains)).AddAsync(1);
            }

            calls += BetweenGlances;
        }

        return calls / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
