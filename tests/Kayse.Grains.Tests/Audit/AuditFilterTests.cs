using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

/// <summary>Every filter gives what looking at each entry would, in what is indexed and in what is not yet.</summary>
public sealed class AuditFilterTests
{
    private static readonly string[] _actions =
    [
        AuditActions.MemberUpdated,
        AuditActions.MemberRemoved,
        AuditActions.ScopeCreated,
        AuditActions.InvitationExpired,
    ];

    [Theory, InlineData(1), InlineData(2)]
    public async Task Filters_give_what_looking_at_each_entry_would(int seed)
    {
        await using var silo = await TestSilo.StartAsync();
        var (log, random) = (new TestLog(silo), new Random(seed));
        var start = silo.Clock.GetUtcNow();
        var records = await log.AppendAsync((3 * AuditIndex.BatchSize) + 77, _ => Random(silo, log, random));
        var seconds = (int)(silo.Clock.GetUtcNow() - start).TotalSeconds;
        for (var i = 0; i < 60; i++)
        {
            var filter = new AuditFilter(
                Maybe(random, $"actor-{random.Next(6)}"),
                Maybe(random, _actions[random.Next(_actions.Length)]),
                Maybe(random, $"target-{random.Next(20)}"),
                random.Next(2) == 0 ? null : start.AddSeconds(random.Next(-10, seconds)),
                random.Next(2) == 0 ? null : start.AddSeconds(random.Next(seconds))
            );
            var expected = records.Where(record => Passes(record, filter)).Select(record => record.Id).Reverse();
            (await log.ListAsync(filter)).Select(entry => entry.Record.Id).ShouldBe(expected, $"seed {seed}: {filter}");
            if (i == 30)
                await silo.RestartAsync();
        }
    }

    // Some come late: with a time before that of entries that are there.
    private static AuditRecord Random(TestSilo silo, TestLog log, Random random)
    {
        silo.Clock.Advance(TimeSpan.FromSeconds(random.Next(3)));
        var actor = random.Next(10) == 0 ? null : $"actor-{random.Next(random.Next(1, 6))}";
        var record = log.Record(_actions[random.Next(_actions.Length)], actor, $"target-{random.Next(20)}");
        return random.Next(200) == 0 ? record with { At = record.At.AddSeconds(-random.Next(2000)) } : record;
    }

    private static string? Maybe(Random random, string value) => random.Next(2) == 0 ? null : value;

    private static bool Passes(AuditRecord record, AuditFilter filter) =>
        (filter.ActorId is null || record.Actor.UserId == filter.ActorId)
        && (filter.Action is null || record.Action == filter.Action)
        && (filter.TargetId is null || record.Target.Id == filter.TargetId)
        && (filter.From is null || record.At >= filter.From)
        && (filter.To is null || record.At < filter.To);
}
