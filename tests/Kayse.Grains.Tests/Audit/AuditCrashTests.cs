using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

/// <summary>
/// A process that dies at any point of an append leaves a log in which, once it has come again, everything is found
/// once.
/// </summary>
public sealed class AuditCrashTests
{
    [Theory, InlineData(false), InlineData(true)]
    public Task Of_a_few(bool isOvertaken) => AppendAsync(0, 40, isOvertaken);

    [Theory, InlineData(false), InlineData(true)]
    public Task Of_those_that_fill_a_batch(bool isOvertaken) => AppendAsync(AuditIndex.BatchSize - 3, 40, isOvertaken);

    private static async Task AppendAsync(int before, int count, bool isOvertaken)
    {
        await using var silo = await TestSilo.StartAsync();
        for (var writes = 0; ; writes++)
        {
            var log = new TestLog(silo);
            var old = await log.AppendAsync(before, i => Record(log, i));
            var added = Enumerable.Range(before, count).Select(i => Record(log, i)).ToList();
            var isOver = await DieAsync(silo, log, added, writes, isOvertaken);
            await log.Grain.AppendAsync(added);
            await ShouldHaveAsync(log, [.. old, .. added], $"It died after {writes} writes.");
            if (isOver)
                return;
        }
    }

    // Whether it was done before it died.
    private static async Task<bool> DieAsync(TestSilo silo, TestLog log, IReadOnlyList<AuditRecord> records, int writes, bool isOvertaken)
    {
        silo.Crash.After(writes, isOvertaken);
        try
        {
            await log.Grain.AppendAsync(records);
        }
        catch (Exception exception) when (exception is not ShouldAssertException)
        {
            silo.Crash.HasHappened.ShouldBeTrue();
        }

        // What is indexed behind the append may write as well.
        await silo.RestartAsync();
        return !silo.Crash.HasHappened;
    }

    private static async Task ShouldHaveAsync(TestLog log, IReadOnlyList<AuditRecord> records, string point)
    {
        await log.ShouldHoldAsync(records.Count);
        foreach (var action in records.Select(record => record.Action).Distinct())
        {
            var found = await log.ListAsync(new AuditFilter(null, action, null, null, null));
            var expected = records.Where(record => record.Action == action).Reverse();
            found.Select(entry => entry.Record).SequenceEqual(expected, new RecordComparer()).ShouldBeTrue(point);
        }
    }

    private static AuditRecord Record(TestLog log, int i) =>
        log.Record(i % 2 == 0 ? AuditActions.MemberUpdated : AuditActions.ScopeUpdated, $"actor-{i % 3}", $"target-{i % 5}");
}
