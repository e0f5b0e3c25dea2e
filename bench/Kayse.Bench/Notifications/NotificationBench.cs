using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Companies;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Grains.Notifications;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Notifications;

/// <summary>
/// An event for every member of a large company, in batches of 200: how long until all are accepted, and until each is in
/// the feed of its person; and what checks of sessions wait meanwhile.
/// </summary>
internal static class NotificationBench
{
    private const int Members = 10_000;
    private const int Publishers = 4;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var members = arguments.Count > 0 ? arguments.Count : Members;
        var company = await LargeCompany.CreateAsync(host, members);
        Row.Progress($"{Row.Count(members)} members signed in");
        await CheckUntilAsync(company, Task.Delay(_quiet));
        var before = await CheckUntilAsync(company, Task.Delay(_quiet));

        var start = Stopwatch.GetTimestamp();
        var accepting = PublishAsync(host, company);
        var delivering = DeliveredAsync(host, company);
        var meanwhile = CheckUntilAsync(company, delivering);
        var accepted = await accepting - start;
        var delivered = await delivering - start;
        var during = await meanwhile;

        var (acceptedIn, deliveredIn) = (Stopwatch.GetElapsedTime(0, accepted), Stopwatch.GetElapsedTime(0, delivered));
        Row.Write(
            string.Create(CultureInfo.InvariantCulture, $"One event for each of {Row.Count(members)} members"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"**{deliveredIn.TotalSeconds:0.0} s** until all are in their feeds; accepted durably at {Row.PerSecond(members / acceptedIn.TotalSeconds)}"
            ),
            "10 s; 1,000/s",
            string.Create(
                CultureInfo.InvariantCulture,
                $"batches of 200 by {Publishers} clients; a check of a session in the same process: p99 {before.TotalMicroseconds:0} µs before, {during.TotalMicroseconds:0} µs meanwhile"
            )
        );
        await host.StopAsync();
        return 0;
    }

    private static async Task<long> PublishAsync(IHost host, LargeCompany company)
    {
        var grain = host.Grains().GetGrain<ICompanyEventsGrain>(company.Id);
        var batches = company.UserIds.Select(EventOf).Chunk(EventProblems.MaxEvents).ToList();
        await Clients.RepeatAsync(
            batches.Count,
            Publishers,
            async number =>
            {
                var results = await grain.PublishEventsAsync(company.Founder, batches[number]);
                if (results.Any(result => result.Outcome != EventOutcome.Accepted))
                    throw new InvalidOperationException("An event was not accepted.");
            }
        );
        return Stopwatch.GetTimestamp();
    }

    private static NotificationEvent EventOf(string userId) =>
        new($"bench-{userId}", userId, NotificationType.CampaignUpdate, "The spring campaign has begun")
        {
            Body = "Everybody who has a client of the campaign finds its letters among the documents of the case.",
        };

    private static async Task<long> DeliveredAsync(IHost host, LargeCompany company)
    {
        foreach (var userId in company.UserIds)
        {
            while ((await host.Grains().GetGrain<INotificationInboxGrain>(userId).GetHeadAsync(company.Id)).Unread == 0)
                await Task.Delay(_pause);
        }

        return Stopwatch.GetTimestamp();
    }

    private static async Task<TimeSpan> CheckUntilAsync(LargeCompany company, Task end)
    {
        var times = new List<TimeSpan>();
        while (!end.IsCompleted)
        {
            // What a request waits before it is served counts too.
            var start = Stopwatch.GetTimestamp();
            await Task.Yield();
            await company.CheckAsync(Random.Shared.Next(company.UserIds.Count));
            times.Add(Stopwatch.GetElapsedTime(start));
            await Task.Delay(_pause);
        }

        return times.Order().ElementAt(times.Count * 99 / 100);
    }
}
