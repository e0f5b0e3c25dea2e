using Kayse.Grains.Audit;
using Kayse.Grains.State;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditPostingsTests
{
    [Fact]
    public async Task A_list_of_many_blocks_holds_what_was_added_and_what_is_added_again_counts_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var log = new TestLog(silo);
        var postings = new AuditPostings(new GrainRecords(log.Storage, log.Id, () => { }));
        var sequences = Enumerable.Range(0, (3 * AuditPostings.BlockCapacity) + 500).Select(i => 3L * i).ToList();
        foreach (var some in sequences.Chunk(1000))
            await postings.AddAsync("list", some);
        await postings.AddAsync("list", sequences[^1500..]);

        var list = await postings.OpenAsync("list");
        list.Count.ShouldBe(sequences.Count);
        list.Blocks.Count.ShouldBe(4);
        (await list.IntersectAsync([0, 1, 3, 24_573, 24_576, 24_578, sequences[^1], sequences[^1] + 3])).ShouldBe([
            0,
            3,
            24_573,
            24_576,
            sequences[^1],
        ]);
    }

    [Fact]
    public async Task Long_lists_are_filtered_by_each_other()
    {
        await using var silo = await TestSilo.StartAsync();
        var log = new TestLog(silo);
        var storage = new GrainRecords(log.Storage, log.Id, () => { });
        var (postings, indexed) = (new AuditPostings(storage), 40_000L);
        foreach (var (name, step) in new[] { ("by-two", 2), ("by-three", 3) })
        {
            foreach (var some in Enumerable.Range(0, 50_000).Where(i => i % step == 0).Select(i => (long)i).Chunk(1000))
                await postings.AddAsync(name, some);
        }

        var matches = new AuditMatches(before: 30_001, limit: 10);
        await AuditQuery.RunAsync(
            [await postings.OpenAsync("by-two"), await postings.OpenAsync("by-three")],
            new AuditTimeRange(new AuditTimes(storage), null, null),
            new IndexedEntries(0, indexed),
            matches
        );
        matches.Total.ShouldBe(6667);
        matches.Page.ShouldBe(Enumerable.Range(0, 10).Select(i => 30_000L - (6 * i)));
        matches.HasMore.ShouldBeTrue();
    }
}
