using System.Text;
using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditChainTests : IAsyncLifetime
{
    private const int Entries = AuditIndex.BatchSize + 100;
    private TestSilo _silo = null!;
    private TestLog _log = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _log = new TestLog(_silo);
        await _log.AppendAsync(Entries);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task The_chain_of_what_was_appended_holds_to_its_end()
    {
        var verification = await _log.ShouldHoldAsync(Entries);
        verification.Holds.Hash.ShouldBe((await _log.ListAsync())[0].Hash);
    }

    [Theory, InlineData(0, 0), InlineData(0, 31), InlineData(5, 17), InlineData(31, 31), InlineData(33, 0), InlineData(35, 3)]
    public async Task A_changed_entry_is_found_where_it_is(int segment, int place)
    {
        await ChangeAsync(
            segment,
            state => state.Entries[place] = Replaced(state.Entries[place], "Name", "Nome", "member.updated", "member.removed")
        );
        await ShouldBreakAtAsync((segment * AuditJournal.SegmentCapacity) + place);
    }

    [Fact]
    public async Task An_entry_that_is_taken_out_is_found()
    {
        await ChangeAsync(5, state => state.Entries.RemoveAt(17));
        await ShouldBreakAtAsync((5 * AuditJournal.SegmentCapacity) + 17);
    }

    [Fact]
    public async Task Entries_that_change_places_are_found()
    {
        await ChangeAsync(5, state => (state.Entries[17], state.Entries[18]) = (state.Entries[18], state.Entries[17]));
        await ShouldBreakAtAsync((5 * AuditJournal.SegmentCapacity) + 17);
    }

    [Fact]
    public async Task A_segment_that_is_gone_is_found()
    {
        await ChangeAsync(5, state => state.Entries.Clear());
        await ShouldBreakAtAsync(5 * AuditJournal.SegmentCapacity);
    }

    [Fact]
    public async Task A_chain_that_was_forged_whole_is_found_by_a_hash_that_was_noted_before()
    {
        var noted = (await _log.ShouldHoldAsync(Entries)).Holds;
        await _log.AppendAsync(10);
        (await _log.VerifyAsync(noted)).BrokenAt.ShouldBeNull();
        (await _log.VerifyAsync(noted with { Hash = new string('0', 64) })).BrokenAt.ShouldBe(Entries - 1);
    }

    [Fact]
    public async Task A_log_that_ends_at_what_was_noted_is_compared_with_it()
    {
        var noted = (await _log.ShouldHoldAsync(Entries)).Holds;
        (await _log.VerifyAsync(noted)).ShouldBe(new AuditVerification(noted, null, IsComplete: true));
        (await _log.VerifyAsync(noted with { Hash = new string('0', 64) })).BrokenAt.ShouldBe(Entries - 1);
        (await _log.VerifyAsync(noted with { Count = Entries + 1 })).BrokenAt.ShouldBe(Entries);
    }

    [Fact]
    public async Task A_last_segment_that_was_forged_whole_is_found_by_who_appended_it()
    {
        await ChangeAsync(
            Entries / AuditJournal.SegmentCapacity,
            state =>
            {
                state.Entries[^1] = Replaced(state.Entries[^1], "member.updated", "member.removed");
                state.Head = StoredEntry.HashOf(state.Entries[^1]);
            }
        );
        await ShouldBreakAtAsync(Entries - 1);
    }

    [Fact]
    public async Task Logs_of_two_companies_begin_differently()
    {
        var other = new TestLog(_silo);
        (await other.ShouldHoldAsync(0)).Holds.Hash.ShouldNotBe((await new TestLog(_silo).ShouldHoldAsync(0)).Holds.Hash);
    }

    private static byte[] Replaced(byte[] entry, params string[] words)
    {
        var text = Encoding.UTF8.GetString(entry);
        for (var i = 0; i < words.Length; i += 2)
            text = text.Replace(words[i], words[i + 1], StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text);
    }

    private async Task ShouldBreakAtAsync(long place)
    {
        var verification = await _log.VerifyAsync();
        verification.BrokenAt.ShouldBe(place);
        // An entry that is gone no longer vouches for the one before it.
        verification.Holds.Count.ShouldBeInRange(Math.Max(place - 1, 0), place);
    }

    private async Task ChangeAsync(int segment, Action<AuditSegmentState> change)
    {
        var name = $"entries-{segment:d6}";
        var stored = new GrainState<AuditSegmentState>(new AuditSegmentState());
        await _log.Storage.ReadStateAsync(name, _log.Id, stored);
        change(stored.State!);
        await _log.Storage.WriteStateAsync(name, _log.Id, stored);
    }
}
