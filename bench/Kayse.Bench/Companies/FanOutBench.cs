using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Hosting;
using Kayse.Bench.Reports;
using Kayse.Grains.Companies;

namespace Kayse.Bench.Companies;

/// <summary>
/// Changes that concern every member of a large company: when the command is answered, each live session has it,
/// durably.
/// </summary>
internal static class FanOutBench
{
    private const int Members = 10_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var members = arguments.Count > 0 ? arguments.Count : Members;
        var company = await LargeCompany.CreateAsync(host, members);
        Row.Progress($"{Row.Count(members)} members signed in");
        var times = new List<TimeSpan>();
        for (var round = 1; round <= Rounds; round++)
            times.Add(await ChangeAsync(company, members, idleMinutes: 60 + round));
        await ReportAsync(company, members, times);
        await host.StopAsync();
        return 0;
    }

    private static async Task<TimeSpan> ChangeAsync(LargeCompany company, int members, int idleMinutes)
    {
        var start = Stopwatch.GetTimestamp();
        await company.Grain.SetSecurityPolicyAsync(
            company.Founder,
            new SetSecurityPolicy(false, 7, idleMinutes, null, true, true, [], null, null)
        );
        var elapsed = Stopwatch.GetElapsedTime(start);
        Row.Progress(string.Create(CultureInfo.InvariantCulture, $"policy changed in {elapsed.TotalMilliseconds:0} ms"));
        var changed = await company.CountAsync(check => check.ExpiresAt <= DateTimeOffset.UtcNow.AddMinutes(idleMinutes));
        return changed == members ? elapsed : throw new InvalidOperationException($"Only {changed} sessions have the change.");
    }

    private static async Task ReportAsync(LargeCompany company, int members, IEnumerable<TimeSpan> times)
    {
        var median = times.Order().ElementAt(Rounds / 2);
        var start = Stopwatch.GetTimestamp();
        await company.Grain.UpdateAsync(company.Founder, new UpdateCompany("New Name LLP", null, null, null, null, null, null));
        var renaming = Stopwatch.GetElapsedTime(start);
        Row.Write(
            string.Create(CultureInfo.InvariantCulture, $"Policy changed, {Row.Count(members)} members"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"**{median.TotalMilliseconds:0} ms**; {Row.PerSecond(members / median.TotalSeconds)}; company renamed in {renaming.TotalMilliseconds:0} ms"
            ),
            "",
            "a live session each; durable in every person and session when it is answered, and each session is asked then; median of 5"
        );
    }
}
