using System.Text.Json;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Usage;

/// <summary>
/// The same events give the same totals in any order, in any batches, however often each comes, and whenever the
/// process starts again.
/// </summary>
public sealed class UsagePropertyTests
{
    private const int Events = 1_500;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Order_batches_duplicates_and_restarts_make_no_difference(int seed)
    {
        var random = new Random(seed);
        var events = RandomEvents(random);

        var plain = await TestLedger.NewAsync();
        foreach (var batch in events.Chunk(UsageProblems.MaxEvents))
            await plain.RecordAsync(batch);
        var other = await TestLedger.NewAsync();
        var left = events.Concat(events.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(left);
        var duplicates = 0;
        for (var taken = 0; taken < left.Length;)
        {
            var batch = left.Skip(taken).Take(random.Next(1, 90)).ToList();
            taken += batch.Count;
            var recorded = await other.RecordAsync(batch);
            duplicates += recorded.Duplicates;
            recorded.Refused.ShouldBeEmpty();
            if (random.Next(10) == 0)
                await other.RestartAsync();
        }

        duplicates.ShouldBe(left.Length - Events);
        (await AllOfItAsync(other)).ShouldBe(await AllOfItAsync(plain));
    }

    [Fact]
    public async Task Days_are_what_their_events_add_up_to()
    {
        var events = RandomEvents(new Random(4));
        var ledger = await TestLedger.NewAsync();
        await ledger.RecordAsync(events);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(ledger.TimeZone);

        var month = await ledger.ReadMonthAsync(3);

        foreach (var usage in month.Metrics.Where(usage => !UsageMetrics.IsGauge(usage.Metric)))
        {
            foreach (var day in usage.Days)
            {
                var ofDay = events.Where(used =>
                    used.Metric == usage.Metric
                    && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(used.At!.Value, zone).DateTime) == day.Date
                );
                day.Value.ShouldBe(ofDay.Sum(used => used.Quantity!.Value), $"{usage.Metric} on {day.Date}");
            }

            var late = month.Adjustments.Where(one => one.Metric == usage.Metric).Sum(one => one.Quantity);
            usage.Total.ShouldBe(events.Where(used => used.Metric == usage.Metric).Sum(used => used.Quantity!.Value));
            usage.Total.ShouldBe(usage.Days.Sum(day => day.Value) + late);
        }
    }

    [Fact]
    public async Task Members_and_agents_add_up_to_what_names_one()
    {
        var events = RandomEvents(new Random(5));
        var ledger = await TestLedger.NewAsync();
        await ledger.RecordAsync(events);

        var (from, to) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));
        foreach (
            var (split, idOf) in new (UsageSplit, Func<UsageEvent, string?>)[]
            {
                (UsageSplit.Member, used => used.UserId),
                (UsageSplit.Agent, used => used.AgentId),
            }
        )
        {
            var shares = await ledger.SharesAsync(split, from, to);
            var expected = events
                .Where(used => idOf(used) is not null)
                .GroupBy(used => idOf(used)!)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Where(used => used.Metric == UsageMetric.Emails).Sum(used => used.Quantity!.Value)));
            shares.Select(share => (share.Id, share.Amounts[(int)UsageMetric.Emails])).ShouldBe(expected);
        }
    }

    private static async Task<string> AllOfItAsync(TestLedger ledger)
    {
        var (from, to) = (new DateOnly(2026, 2, 1), new DateOnly(2026, 4, 1));
        return JsonSerializer.Serialize(
            new
            {
                Usage = await ledger.ReadAsync(from, to),
                Members = await ledger.SharesAsync(UsageSplit.Member, from, to),
                Agents = await ledger.SharesAsync(UsageSplit.Agent, from, to),
            }
        );
    }

    // Of this month and of the one before, which is over; often at the same instant.
    private static UsageEvent[] RandomEvents(Random random) =>
        [
            .. Enumerable
                .Range(0, Events)
                .Select(number =>
                {
                    var metric = UsageMetrics.All[random.Next(5)];
                    var at = TestLedger.Noon.AddMinutes(-10 * random.Next(0, 34 * 144)).AddMilliseconds(random.Next(2) * 250);
                    var used = new UsageEvent($"event-{number}", metric, random.Next(1, 9_000_000) / 1_000m, at);
                    if (UsageMetrics.IsGauge(metric))
                        return used;
                    return used with
                    {
                        UserId = random.Next(3) == 0 ? null : $"member-{random.Next(7)}",
                        AgentId = random.Next(3) == 0 ? null : $"agent-{random.Next(4)}",
                        Quantity = random.Next(10) == 0 ? -used.Quantity : used.Quantity,
                        Corrects = random.Next(10) == 0 || random.Next(2) == 0 ? "event-x" : "event-y",
                    };
                }),
        ];
}
