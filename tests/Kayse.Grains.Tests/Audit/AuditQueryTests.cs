using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditQueryTests
{
    [Fact]
    public async Task Entries_are_those_that_are_in_all_lists()
    {
        var matches = await RunAsync(indexed: 100, before: long.MaxValue, limit: 3, Multiples(2, 100), Multiples(3, 100));

        matches.Total.ShouldBe(17);
        matches.Page.ShouldBe([96, 90, 84]);
        matches.HasMore.ShouldBeTrue();
    }

    [Fact]
    public async Task What_lies_beyond_the_index_is_not_found_in_it()
    {
        var matches = await RunAsync(indexed: 10, before: long.MaxValue, limit: 100, Multiples(2, 100));

        matches.Page.ShouldBe([8, 6, 4, 2, 0]);
        matches.Total.ShouldBe(5);
    }

    [Theory, InlineData(5, 10, new[] { 8L, 6L }), InlineData(10, 10, new long[0]), InlineData(90, 100, new[] { 98L, 96L, 94L, 92L, 90L })]
    public async Task What_was_deleted_is_not_found_and_does_not_count(long first, long indexed, long[] found)
    {
        var matches = new AuditMatches(before: long.MaxValue, limit: 100);
        await AuditQuery.RunAsync(
            [Multiples(2, 100)],
            new AuditTimeRange(null!, null, null),
            new IndexedEntries(first, indexed),
            matches
        );

        matches.Page.ShouldBe(found);
        matches.Total.ShouldBe(found.Length);
    }

    [Fact]
    public async Task A_page_goes_on_before_its_cursor_and_the_total_stays()
    {
        var matches = await RunAsync(indexed: 100, before: 84, limit: 100, Multiples(2, 100), Multiples(3, 100));

        matches.Page[0].ShouldBe(78);
        matches.Page.Count.ShouldBe(14);
        matches.HasMore.ShouldBeFalse();
        matches.Total.ShouldBe(17);
    }

    [Fact]
    public async Task Blocks_that_only_count_are_not_read()
    {
        var read = 0;
        var list = new AuditSequences(
            [new AuditBlock(0, 49, 50), new AuditBlock(50, 99, 50)],
            block =>
            {
                read++;
                return Task.FromResult(Enumerable.Range(block * 50, 50).Select(i => (long)i).ToArray());
            }
        );

        var matches = await RunAsync(indexed: 100, before: long.MaxValue, limit: 10, list);

        matches.Total.ShouldBe(100);
        read.ShouldBe(1);
    }

    [Fact]
    public async Task All_entries_of_a_log_are_a_list()
    {
        const int count = (2 * AuditPostings.BlockCapacity) + 5;
        var all = AuditSequences.Between(0, count);

        all.Count.ShouldBe(count);
        all.Blocks.Count.ShouldBe(3);
        (await all.ReadAsync(2)).ShouldBe([count - 5, count - 4, count - 3, count - 2, count - 1]);
        (await all.IntersectAsync([3, AuditPostings.BlockCapacity, count])).ShouldBe([3, AuditPostings.BlockCapacity]);
    }

    private static async Task<AuditMatches> RunAsync(long indexed, long before, int limit, params AuditSequences[] lists)
    {
        var matches = new AuditMatches(before, limit);
        // Without a time range no times are looked up.
        await AuditQuery.RunAsync(lists, new AuditTimeRange(null!, null, null), new IndexedEntries(0, indexed), matches);
        return matches;
    }

    /// <summary>In blocks of ten.</summary>
    private static AuditSequences Multiples(int step, int end)
    {
        var blocks = Enumerable.Range(0, end).Where(i => i % step == 0).Select(i => (long)i).Chunk(10).ToList();
        return new AuditSequences(
            [.. blocks.Select(block => new AuditBlock(block[0], block[^1], block.Length))],
            block => Task.FromResult(blocks[block])
        );
    }
}
