using System.Diagnostics;
using Kayse.Bench.Hosting;
using Kayse.Bench.Reports;
using Kayse.Bench.Sessions;

namespace Kayse.Bench.Memory;

/// <summary>
/// The memory of sessions that another process has started: read back from storage as they are asked for, so nothing is
/// shared but what reading shares.
/// </summary>
internal static class StoredSessionMemoryBench
{
    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        await host.Grains().GetGrain<Calls.ITallyGrain>("first").AddAsync(1);
        var before = MemoryUse.Now();
        var start = Stopwatch.GetTimestamp();
        var count = await StoredTokens.CheckAsync(host.Grains(), arguments.Tokens);
        Row.Progress($"{Row.Count(count)} sessions read back, {Row.PerSecond(count / Stopwatch.GetElapsedTime(start).TotalSeconds)}");
        // Each check has left a write of the last use in the queue; one that comes after them all waits for them.
        await SamplePeople.RegisterAsync(host.Grains(), 1);
        MemoryUse
            .Now()
            .Report(
                "Bytes per live session, read back after a restart",
                before,
                count,
                "3,072 B heap",
                "every one of them asked for and live"
            );
        Environment.Exit(0);
        return 0;
    }
}
