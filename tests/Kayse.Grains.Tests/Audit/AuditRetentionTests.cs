using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Retention;

namespace Kayse.Grains.Tests.Audit;

/// <summary>Entries of the audit log are deleted once they are older than its retention period, and the rest verifies.</summary>
public sealed class AuditRetentionTests(RetentionSilo retention) : IClassFixture<RetentionSilo>
{
    private const int Year = 365;
    private readonly TestSilo _silo = retention.Silo;
    private readonly TestLog _log = new(retention.Silo);

    [Theory, InlineData(45), InlineData(1024), InlineData(2100)]
    public async Task What_is_older_goes_and_the_rest_can_be_verified(int old)
    {
        var text = new string('x', 9_000);
        await _log.AppendAsync(old, i => Old(i, i % 40 == 7 ? text : null));
        var kept = await _log.AppendAsync(50, i => Record(old + i));
        await _log.ShouldHoldAsync(old + 50);

        await DeleteAsync();

        await ShouldHaveAsync(old, kept);
        await _silo.RestartAsync();
        await ShouldHaveAsync(old, kept);
        var more = await _log.AppendAsync(1100, i => Record(old + 50 + i));
        await ShouldHaveAsync(old, [.. kept, .. more]);
    }

    [Fact]
    public async Task It_goes_from_storage_with_what_it_was_found_by()
    {
        await _log.AppendAsync(1100, i => Old(i, i == 3 ? new string('x', 9_000) : null));
        (await IsStoredAsync("entry-0000000003")).ShouldBeTrue();
        await _log.AppendAsync(1, _ => _log.Record(AuditActions.ScopeUpdated, "cleo", "scope"));

        await DeleteAsync();

        foreach (var name in new[] { "entries-000000", "entries-000033", "entry-0000000003", "times-0000000" })
            (await IsStoredAsync(name)).ShouldBeFalse(name);
        foreach (var person in new[] { "by-actor-", "by-target-" })
            (await IsStoredAsync($"{person}{AuditNames.Hash(person == "by-actor-" ? "actor-0" : "target-0")}")).ShouldBeFalse(person);
        (await IsStoredAsync("entries-000034")).ShouldBeTrue();
        var last = await StoredSegmentAsync(34);
        last.Entries.Take(12).ShouldAllBe(entry => entry.Length == 0);
    }

    [Fact]
    public async Task A_beginning_that_was_moved_without_an_entry_is_found()
    {
        await _log.AppendAsync(100, i => Record(i));
        var entries = await StoredSegmentAsync(1);
        var forged = new AuditBeginningState { First = 40, Hash = StoredEntry.HashOf(entries.Entries[7]) };
        await _log.Storage.WriteStateAsync("beginning", _log.Id, new GrainState<AuditBeginningState>(forged));
        await _silo.RestartAsync();

        (await _log.VerifyAsync()).BrokenAt.ShouldBe(40);
    }

    [Fact]
    public async Task Nothing_of_a_log_that_was_altered_is_deleted()
    {
        await _log.AppendAsync(100, i => Old(i));
        await ChangeSegmentAsync(1, segment => segment.Entries[5] = segment.Entries[6]);

        await DeleteAsync();

        (await _log.ListAsync()).Count.ShouldBeGreaterThan(90);
        (await _log.VerifyAsync()).BrokenAt.ShouldBe(37);
    }

    [Fact]
    public async Task A_point_that_was_noted_is_checked_unless_it_is_deleted()
    {
        await _log.AppendAsync(40, i => Old(i));
        var old = (await _log.VerifyAsync()).Holds;
        await _log.AppendAsync(10, i => Old(40 + i));
        var last = (await _log.VerifyAsync()).Holds;
        await _log.AppendAsync(10, i => Record(i));
        var later = (await _log.VerifyAsync()).Holds;

        await DeleteAsync();

        (await _log.VerifyAsync(last)).BrokenAt.ShouldBeNull();
        (await _log.VerifyAsync(later)).BrokenAt.ShouldBeNull();
        (await _log.VerifyAsync(last with { Hash = later.Hash })).BrokenAt.ShouldNotBeNull();
        (await Refused.CodeAsync(() => _log.VerifyAsync(old))).ShouldBe("validation_failed");
    }

    [Fact]
    public async Task A_quiet_log_is_not_filled_with_records_of_deletions()
    {
        await _log.AppendAsync(5, i => Old(i));
        await DeleteAsync();
        (await _log.ListAsync()).ShouldHaveSingleItem().Record.Action.ShouldBe(AuditActions.AuditEntriesDeleted);

        _silo.Clock.Advance(TimeSpan.FromDays(Year + 2));
        await DeleteAsync();

        (await _log.ListAsync()).ShouldHaveSingleItem();
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task A_log_that_is_cut_again_and_again_is_what_a_list_would_be(int seed)
    {
        var random = new Random(seed);
        var (expected, deleted, made) = (new List<AuditRecord>(), 0, 0);
        await _log.Grain.KeepForAsync(Year);
        for (var round = 0; round < 12; round++)
        {
            expected.AddRange(await _log.AppendAsync(1 + random.Next(900), i => Record(made + i)));
            made = expected.Count + deleted;
            _silo.Clock.Advance(TimeSpan.FromDays(random.Next(200)));
            if (random.Next(3) == 0)
                await _silo.RestartAsync();
            await _log.DeleteOldAsync();

            var entries = await _log.ListAsync();
            var (oldest, records) = (_silo.Clock.GetUtcNow().AddDays(-Year), entries.Select(entry => entry.Record).Where(IsOurs));
            deleted += expected.RemoveAll(record => record.At < oldest);
            records.SequenceEqual(expected.AsEnumerable().Reverse(), new RecordComparer()).ShouldBeTrue($"seed {seed}, round {round}");
            var since = oldest.AddDays(random.Next(Year));
            var found = await _log.ListAsync(new AuditFilter("actor-1", null, "target-2", since, null));
            found.Count.ShouldBe(
                expected.Count(record => record is { Actor.UserId: "actor-1", Target.Id: "target-2" } && record.At >= since)
            );
            await _log.ShouldHoldAsync(entries[0].Sequence + 1);
        }

        static bool IsOurs(AuditRecord record) => record.Action != AuditActions.AuditEntriesDeleted;
    }

    [Fact]
    public async Task A_period_that_the_operator_sets_is_applied_by_the_reminder_a_day_later()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Retention:AuditLog:DefaultDays", "400"));
        var log = new TestLog(silo);
        await log.AppendAsync(3, i => log.Record() with { At = silo.Clock.GetUtcNow().AddDays(-500).AddTicks(i) });
        await CrashScenario.EventuallyAsync(async () => (await silo.HasRemindersAsync(log.Grain)).ShouldBeTrue());
        silo.Clock.Advance(TimeSpan.FromHours(23));
        (await log.ListAsync()).Count.ShouldBe(3);

        await CrashScenario.WhileTimePassesAsync(
            silo,
            TimeSpan.FromHours(2),
            async () => (await log.ListAsync()).ShouldHaveSingleItem().Record.Action.ShouldBe(AuditActions.AuditEntriesDeleted)
        );

        await log.Grain.KeepForAsync(1000);
        (await log.ShouldHoldAsync(4)).Deleted.ShouldBe(3);
    }

    [Fact]
    public async Task A_log_that_is_kept_without_an_end_again_loses_its_reminder()
    {
        await _log.AppendAsync(3, i => Old(i));
        await _log.Grain.KeepForAsync(Year);
        (await _silo.HasRemindersAsync(_log.Grain)).ShouldBeTrue();

        await _log.Grain.KeepForAsync(null);
        await _log.DeleteOldAsync();

        (await _log.ListAsync()).Count.ShouldBe(3);
        (await _silo.HasRemindersAsync(_log.Grain)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_events_feed_goes_on_with_what_is_left()
    {
        await _log.AppendAsync(40, i => Old(i));
        var read = await _log.Grain.ReadEventsAsync(null, 10);
        var kept = await _log.AppendAsync(3, i => Record(i));

        await DeleteAsync();

        var next = await _log.Grain.ReadEventsAsync(read.NextCursor, 200);
        next.Items.Select(item => item.Id).ShouldBe(kept.Select(record => record.Id));
        (await _log.Grain.ReadChainAsync(0))[0].Entry.Sequence.ShouldBe(40);
    }

    private async Task DeleteAsync()
    {
        await _log.Grain.KeepForAsync(Year);
        await _log.DeleteOldAsync();
    }

    private async Task ShouldHaveAsync(int deleted, IReadOnlyList<AuditRecord> kept)
    {
        var entries = await _log.ListAsync();
        var records = entries.Where(entry => entry.Record.Action != AuditActions.AuditEntriesDeleted).Select(entry => entry.Record);
        records.SequenceEqual(kept.Reverse(), new RecordComparer()).ShouldBeTrue();
        entries.Count.ShouldBe(kept.Count + 1);
        foreach (var target in new[] { "target-0", "target-4" })
        {
            var found = await _log.ListAsync(AuditFilter.Everything with { TargetId = target }, pageSize: 7);
            found.Count.ShouldBe(kept.Count(record => record.Target.Id == target), target);
        }

        var since = kept[0].At;
        (await _log.ListAsync(AuditFilter.Everything with { To = since })).ShouldBeEmpty();
        (await _log.ListAsync(AuditFilter.Everything with { ActorId = "actor-1", From = since })).Count.ShouldBe(
            kept.Count(record => record.Actor.UserId == "actor-1")
        );
        var verification = await _log.ShouldHoldAsync(deleted + kept.Count + 1);
        verification.Deleted.ShouldBe(deleted);
    }

    private AuditRecord Old(int i, string? text = null) =>
        Record(i, text) with
        {
            At = _silo.Clock.GetUtcNow().AddDays(-400).AddTicks(i),
        };

    private AuditRecord Record(int i, string? text = null) =>
        _log.Record(
            AuditActions.MemberUpdated,
            $"actor-{i % 3}",
            $"target-{i % 5}",
            text is null ? [] : [new AuditChange("jobTitle", null, $"\"{text}\"", Personal: false)]
        );

    private async Task<bool> IsStoredAsync(string name) => await _silo.HasStateAsync(name, _log.Grain);

    private async Task<AuditSegmentState> StoredSegmentAsync(int number)
    {
        var stored = new GrainState<AuditSegmentState>(new AuditSegmentState());
        await _log.Storage.ReadStateAsync($"entries-{number:d6}", _log.Id, stored);
        return stored.State!;
    }

    private async Task ChangeSegmentAsync(int number, Action<AuditSegmentState> change)
    {
        var stored = new GrainState<AuditSegmentState>(new AuditSegmentState());
        await _log.Storage.ReadStateAsync($"entries-{number:d6}", _log.Id, stored);
        change(stored.State!);
        await _log.Storage.WriteStateAsync($"entries-{number:d6}", _log.Id, stored);
    }
}
