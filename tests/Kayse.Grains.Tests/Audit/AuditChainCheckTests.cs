using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditChainCheckTests
{
    private static readonly AuditChainPoint _beginning = new(0, Convert.ToHexStringLower(StoredEntry.HashBeforeFirst("company")));
    private readonly List<byte[]> _entries = Chain(3);

    [Fact]
    public void A_chain_holds_up_to_its_last_entry()
    {
        var result = Check(_entries);

        result.BrokenAt.ShouldBeNull();
        result.Holds.ShouldBe(new AuditChainPoint(3, Convert.ToHexStringLower(StoredEntry.HashOf(_entries[2]))));
    }

    [Fact]
    public void An_entry_that_was_changed_breaks_it()
    {
        var changed = _entries.ToList();
        changed[1] = StoredEntry.Parse(changed[1]) is var entry
            ? (entry with { Record = entry.Record with { Action = AuditActions.MemberRemoved } }).ToBytes()
            : [];

        Check(changed).BrokenAt.ShouldBe(1);
    }

    [Fact]
    public void An_entry_that_is_missing_or_no_entry_breaks_it()
    {
        Check([_entries[0], _entries[2]]).BrokenAt.ShouldBe(1);
        Check([_entries[0], [], _entries[2]]).BrokenAt.ShouldBe(1);
        Check([_entries[0], "not json"u8.ToArray(), _entries[2]]).BrokenAt.ShouldBe(1);
        Check([]).BrokenAt.ShouldBe(0);
    }

    [Fact]
    public void The_last_entry_is_compared_with_the_hash_of_its_segment() => Check(_entries, head: new byte[32]).BrokenAt.ShouldBe(2);

    [Fact]
    public void A_point_beyond_the_end_of_the_log_breaks_it()
    {
        var check = new AuditChainCheck(_beginning, new AuditChainPoint(5, _beginning.Hash));

        check.End(entries: 3);

        check.Result(isComplete: false).ShouldBe(new AuditVerification(_beginning, 3, IsComplete: true));
    }

    private static AuditVerification Check(List<byte[]> entries, byte[]? head = null)
    {
        var check = new AuditChainCheck(_beginning, from: null);
        check.AddSegment(entries, head ?? (entries.Count == 0 ? null : StoredEntry.HashOf(entries[^1])), _ => null);
        return check.Result(isComplete: true);
    }

    private static List<byte[]> Chain(int count)
    {
        var entries = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            var record = new AuditRecord(
                $"{i}",
                DateTimeOffset.UnixEpoch,
                AuditActor.Nobody,
                AuditActions.ScopeCreated,
                new AuditTarget(AuditTargetKinds.Scope, "scope", "Scope"),
                [],
                null,
                null,
                "company"
            );
            var previous = i == 0 ? StoredEntry.HashBeforeFirst("company") : StoredEntry.HashOf(entries[^1]);
            entries.Add(AuditSealing.Seal(record, i, previous, []).ToBytes());
        }

        return entries;
    }
}
