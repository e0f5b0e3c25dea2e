using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Companies;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Grains.Usage;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Usage;

/// <summary>
/// Events of usage that are recorded durably, of one company and of a thousand, and what is read of them; then the
/// first read of a company with a million events in a process that was just started.
/// </summary>
internal static class UsageBench
{
    private const int Companies = 1_000;
    private const int Events = 1_000_000;
    private const int BatchOfOne = 50;
    private const int BatchOfMany = 20;
    private static int _last;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        var events = arguments.Count > 0 ? arguments.Count : Events;
        LargeCompany large;
        using (var host = await BenchSilo.StartAsync(arguments))
        {
            await OneAsync(host, arguments, clients: 8, BatchOfOne, "1,000/s");
            await OneAsync(host, arguments, clients: 64, batch: 1, "");
            await ManyAsync(host, arguments);
            large = await LargeCompany.CreateAsync(host, members: 0);
            await Clients.RepeatAsync(
                events / UsageProblems.MaxEvents,
                atOnce: 4,
                _ => RecordAsync(host, large, UsageProblems.MaxEvents, TimeSpan.FromDays(20))
            );
            await host.StopAsync();
        }

        using var restarted = await BenchSilo.StartAsync(arguments);
        await FirstReadAsync(restarted, large, events);
        await restarted.StopAsync();
        return 0;
    }

    private static async Task OneAsync(IHost host, BenchArguments arguments, int clients, int batch, string aim)
    {
        var company = await LargeCompany.CreateAsync(host, members: 0);
        var sent = 0;
        var result = await Clients.RunAsync(
            clients,
            arguments.Duration,
            async _ =>
            {
                await RecordAsync(host, company, batch, TimeSpan.Zero);
                Interlocked.Add(ref sent, batch);
            }
        );
        var start = Stopwatch.GetTimestamp();
        var view = await UsageOf(host, company).GetUsageAsync(company.Founder, null, null);
        var read = Stopwatch.GetElapsedTime(start);
        if (view.Of(UsageMetric.VoiceMinutes).Total != sent)
            throw new InvalidOperationException("An event was lost, or counted twice.");
        Row.Write(
            $"Events of usage of one company, {(batch == 1 ? "each alone" : $"{batch} at a time")}",
            $"**{Row.PerSecond(result.PerSecond * batch)}**; {result.Times}",
            aim,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clients} clients; the month of {Row.Count(sent)} events is read in {read.TotalMilliseconds:0.0} ms"
            )
        );
    }

    private static async Task ManyAsync(IHost host, BenchArguments arguments)
    {
        var companies = new LargeCompany[Companies];
        await Clients.RepeatAsync(
            Companies,
            atOnce: 16,
            async number => companies[number] = await LargeCompany.CreateAsync(host, members: 0)
        );
        Row.Progress($"{Row.Count(Companies)} companies");
        var result = await Clients.RunAsync(
            Clients.Usual,
            arguments.Duration,
            _ => RecordAsync(host, companies[Random.Shared.Next(Companies)], BatchOfMany, TimeSpan.Zero)
        );
        Row.Write(
            $"Events of usage of {Row.Count(Companies)} companies, {BatchOfMany} at a time",
            $"**{Row.PerSecond(result.PerSecond * BatchOfMany)}**; {result.Times}",
            "10,000/s",
            $"{Clients.Usual} clients"
        );
    }

    private static async Task FirstReadAsync(IHost host, LargeCompany company, int events)
    {
        var before = MemoryNow();
        var start = Stopwatch.GetTimestamp();
        var view = await UsageOf(host, company).GetUsageAsync(company.Founder, null, null);
        var first = Stopwatch.GetElapsedTime(start);
        if (view.Of(UsageMetric.VoiceMinutes).Total != events / UsageProblems.MaxEvents * UsageProblems.MaxEvents)
            throw new InvalidOperationException("An event was lost, or counted twice.");
        Row.Write(
            $"First read of the usage of a company with {Row.Count(events)} events, after a restart",
            string.Create(CultureInfo.InvariantCulture, $"**{first.TotalSeconds:0.00} s**"),
            "",
            string.Create(CultureInfo.InvariantCulture, $"leaves {(MemoryNow() - before) / 1024.0 / 1024:0} MiB on the heap")
        );
    }

    private static long MemoryNow() => GC.GetTotalMemory(forceFullCollection: true);

    // Of the current month, so that all of them add up.
    private static async Task RecordAsync(IHost host, LargeCompany company, int count, TimeSpan spread)
    {
        var now = DateTimeOffset.UtcNow;
        var start = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var earliest = now - spread > start ? now - spread : start;
        var events = new UsageEvent[count];
        for (var i = 0; i < count; i++)
        {
            var number = Interlocked.Increment(ref _last);
            var at = spread == TimeSpan.Zero ? now : earliest + ((now - earliest) * Random.Shared.NextDouble());
            events[i] = new UsageEvent(string.Create(CultureInfo.InvariantCulture, $"call-{number}"), UsageMetric.VoiceMinutes, 1, at)
            {
                UserId = string.Create(CultureInfo.InvariantCulture, $"member-{number % 200}"),
                AgentId = string.Create(CultureInfo.InvariantCulture, $"agent-{number % 10}"),
            };
        }

        var recorded = await UsageOf(host, company).RecordUsageAsync(company.Founder, events, isBackfill: false);
        if (recorded.Accepted != count)
            throw new InvalidOperationException("An event was not accepted.");
    }

    private static ICompanyUsageGrain UsageOf(IHost host, LargeCompany company) => host.Grains().GetGrain<ICompanyUsageGrain>(company.Id);
}
