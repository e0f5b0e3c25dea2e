using System.Globalization;
using Kayse.Bench.Calls;
using Kayse.Bench.Hosting;

namespace Kayse.Bench.Memory;

/// <summary>The memory of a grain that does nothing: what the runtime itself takes.</summary>
internal static class TrivialMemoryBench
{
    private const int Grains = 1_000_000;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var count = arguments.Count > 0 ? arguments.Count : Grains;
        await host.Grains().GetGrain<ITallyGrain>("first").AddAsync(1);
        var before = MemoryUse.Now();
        for (var i = 0; i < count; i++)
            await host.Grains().GetGrain<ITallyGrain>(i.ToString("d24", CultureInfo.InvariantCulture)).AddAsync(1);
        MemoryUse.Now().Report("Bytes per trivial grain", before, count, "", "with its key of 24 characters");
        Environment.Exit(0);
        return 0;
    }
}
