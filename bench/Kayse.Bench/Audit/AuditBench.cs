using System.Diagnostics;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Memory;
using Kayse.Bench.Reports;
using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Audit;

/// <summary>
/// The log of one company: how fast it takes entries, what it keeps in memory, and pages of it by every kind of filter.
/// </summary>
internal static class AuditBench
{
    private const int Usual = 1_000_000;
    private const int AtOnce = 64;
    private const int Pages = 200;
    private const string Aim = "50 ms";

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        var count = arguments.Count == 0 ? Usual : arguments.Count;
        var companyId = EntityId.New(TimeProvider.System);
        using (var filling = await BenchSilo.StartAsync(arguments))
        {
            await FillAsync(filling, arguments, companyId, count);
            await filling.StopAsync();
        }

        using var host = await BenchSilo.StartAsync(arguments);
        var log = host.Grains().GetGrain<IAuditLogGrain>(companyId);
        await ActivateAsync(log);
        foreach (var (what, filter) in AuditFilters.All)
            await MeasureAsync(log, what, filter);
        await ReadOnAsync(log);
        await VerifyAsync(log);
        await host.StopAsync();
        return 0;
    }

    private static async Task FillAsync(IHost host, BenchArguments arguments, string companyId, int count)
    {
        var (log, sample) = (host.Grains().GetGrain<IAuditLogGrain>(companyId), new SampleLog(companyId, count));
        var next = -1;
        var alone = await Clients.RunAsync(
            Clients.Usual,
            arguments.Duration,
            _ => log.AppendAsync([sample.Record(Interlocked.Increment(ref next))])
        );
        Row.Write(
            "Audit entries appended, one at a time",
            Row.PerSecond(alone.PerSecond),
            "",
            $"durable; 64 clients at one company's log; {alone.Times}"
        );

        var first = next + 1;
        var start = Stopwatch.GetTimestamp();
        await Clients.RepeatAsync(
            (count - first) / AtOnce,
            4,
            number => log.AppendAsync([.. Enumerable.Range(first + (number * AtOnce), AtOnce).Select(sample.Record)])
        );
        var rate = (count - first) / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Row.Write(
            "Audit entries appended, 64 at a time",
            Row.PerSecond(rate),
            "",
            $"durable; 4 clients at one company's log, up to {Row.Count(count)} entries; indexing included"
        );
    }

    private static async Task ActivateAsync(IAuditLogGrain log)
    {
        var before = MemoryUse.Now();
        var start = Stopwatch.GetTimestamp();
        var total = (await log.ListAsync(AuditFilter.Everything, new PageRequest(50, null))).Total;
        var time = Stopwatch.GetElapsedTime(start);
        var after = MemoryUse.Now();
        Row.Write(
            "First page of an audit log after a restart",
            $"{time.TotalMilliseconds:0.0} ms; then {Row.Count((after.Heap - before.Heap) / 1024.0)} KiB heap",
            "",
            $"{Row.Count(total)} entries"
        );
    }

    private static async Task MeasureAsync(IAuditLogGrain log, string what, Func<Random, AuditFilter> filter)
    {
        var random = new Random(1);
        var (times, totals) = (new List<TimeSpan>(), new List<int>());
        for (var i = -10; i < Pages; i++)
        {
            var one = filter(random);
            var start = Stopwatch.GetTimestamp();
            var page = await log.ListAsync(one, new PageRequest(50, null));
            if (i < 0)
                continue;
            times.Add(Stopwatch.GetElapsedTime(start));
            totals.Add(page.Total);
        }

        times.Sort();
        Row.Write(
            $"Page of an audit log, {what}",
            FormattableString.Invariant(
                $"p50 {times[Pages / 2].TotalMilliseconds:0.0} ms, p99 {times[Pages * 99 / 100].TotalMilliseconds:0.0} ms"
            ),
            Aim,
            $"50 entries and the total; {Pages} filters at random, which let {Row.Count(totals.Min())} to {Row.Count(totals.Max())} through"
        );
    }

    private static async Task ReadOnAsync(IAuditLogGrain log)
    {
        var (events, cursor, start) = (0, (string?)null, Stopwatch.GetTimestamp());
        for (var i = 0; i < Pages; i++)
        {
            var stretch = await log.ReadEventsAsync(cursor, 200);
            (events, cursor) = (events + stretch.Items.Count, stretch.NextCursor);
        }

        Row.Write(
            "Events read on",
            Row.PerSecond(events / Stopwatch.GetElapsedTime(start).TotalSeconds),
            "",
            "200 at a time, from the beginning"
        );
    }

    private static async Task VerifyAsync(IAuditLogGrain log)
    {
        var (longest, start) = (TimeSpan.Zero, Stopwatch.GetTimestamp());
        AuditVerification? verification = null;
        while (verification is not { IsComplete: true })
        {
            var before = Stopwatch.GetTimestamp();
            verification = await log.VerifyAsync(verification?.Holds);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(before).Ticks));
        }

        var found = verification.BrokenAt is null ? "holds" : $"is broken at {verification.BrokenAt}";
        Row.Write(
            "Chain of an audit log checked",
            $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s",
            "",
            $"{Row.Count(verification.Holds.Count)} entries, it {found}; the longest of its calls {longest.TotalMilliseconds:0} ms"
        );
    }
}
