using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditLogTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private TestLog _log = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _log = new TestLog(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task What_was_appended_is_read_as_it_was_latest_first()
    {
        var records = new[]
        {
            _log.Record(
                AuditActions.MemberUpdated,
                "ada",
                "ben",
                new AuditChange("fullName", "\"Ben\"", "\"Benjamin\"", Personal: true),
                new AuditChange("jobTitle", null, "\"Clerk\"", Personal: false)
            ),
            _log.Record(AuditActions.InvitationExpired, actor: null, target: "invitation"),
            _log.Record(AuditActions.ScopeDeleted, "ada", "scope", new AuditChange("caseTypes", "[\"family\"]", null, Personal: false)),
        };
        await _log.Grain.AppendAsync(records);

        var entries = await _log.ListAsync();
        entries.Select(entry => entry.Record).ShouldBe(records.Reverse(), new RecordComparer());
        entries.Select(entry => entry.Sequence).ShouldBe([2, 1, 0]);
        await _silo.RestartAsync();
        (await _log.ListAsync()).Select(entry => entry.Hash).ShouldBe(entries.Select(entry => entry.Hash));
    }

    [Fact]
    public async Task A_log_to_which_nothing_was_appended_is_empty()
    {
        (await _log.ListAsync()).ShouldBeEmpty();
        (await _log.Grain.ReadEventsAsync(null, 10)).Items.ShouldBeEmpty();
        await _log.ShouldHoldAsync(0);
    }

    [Fact]
    public async Task A_record_that_comes_again_is_there_once()
    {
        var record = _log.Record();
        await _log.Grain.AppendAsync([record, record]);
        await _log.Grain.AppendAsync([record]);
        await _silo.RestartAsync();
        await _log.Grain.AppendAsync([_log.Record(), record]);
        (await _log.ListAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_record_that_comes_again_long_after_is_there_once()
    {
        var records = await _log.AppendAsync(3 * AuditIndex.BatchSize, _ => Later());
        await _silo.RestartAsync();
        await _log.Grain.AppendAsync([records[0], records[40], Later(), records[^1]]);
        (await _log.Grain.ListAsync(AuditFilter.Everything, TestLog.AllOfIt)).Total.ShouldBe(records.Count + 1);
    }

    [Fact]
    public async Task Records_of_one_instant_are_told_apart()
    {
        var records = await _log.AppendAsync(2 * AuditIndex.BatchSize);
        await _log.Grain.AppendAsync([records[7], _log.Record()]);
        (await _log.Grain.ListAsync(AuditFilter.Everything, TestLog.AllOfIt)).Total.ShouldBe(records.Count + 1);
    }

    [Fact]
    public async Task Appends_that_come_together_all_get_in_once()
    {
        var records = Enumerable.Range(0, 300).Select(i => _log.Record(target: $"member-{i}")).ToList();
        await Task.WhenAll(records.Concat(records).Select(record => _log.Grain.AppendAsync([record])));
        (await _log.ListAsync()).Select(entry => entry.Record.Id).ShouldBe(records.Select(record => record.Id), ignoreOrder: true);
        await _log.ShouldHoldAsync(300);
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat_while_entries_are_appended()
    {
        var records = await _log.AppendAsync(250);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _log.Grain.ListAsync(AuditFilter.Everything, new PageRequest(7, cursor));
            seen.AddRange(page.Items.Select(entry => entry.Record.Id));
            cursor = page.NextCursor;
            await _log.Grain.AppendAsync([_log.Record()]);
        } while (cursor is not null);
        seen.ShouldBe(records.Select(record => record.Id).Reverse());
    }

    [Theory, InlineData(""), InlineData("x"), InlineData("-1"), InlineData("99999999999999999999")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        var refused = await Should.ThrowAsync<RefusedException>(() =>
            _log.Grain.ListAsync(AuditFilter.Everything, new PageRequest(7, cursor))
        );
        refused.Refusal.Fields!.Keys.ShouldBe(["cursor"]);
    }

    [Fact]
    public async Task An_entry_that_is_too_large_for_its_segment_is_kept_whole()
    {
        var caseTypes = $"\"{new string('ü', 40_000)}\"";
        var record = _log.Record(
            AuditActions.ScopeUpdated,
            "ada",
            "scope",
            new AuditChange("caseTypes", null, caseTypes, Personal: false)
        );
        await _log.AppendAsync(40);
        await _log.Grain.AppendAsync([record]);
        await _log.AppendAsync(40);
        await _silo.RestartAsync();
        (await _log.ListAsync(new AuditFilter(null, AuditActions.ScopeUpdated, null, null, null)))
            .Single()
            .Record.Changes.Single()
            .After.ShouldBe(caseTypes);
        await _log.ShouldHoldAsync(81);
    }

    [Fact]
    public async Task A_value_that_no_record_can_hold_is_left_out()
    {
        await _log.Grain.AppendAsync([
            _log.Record(
                AuditActions.ScopeUpdated,
                "ada",
                "scope",
                new AuditChange("caseTypes", null, $"\"{new string('x', 600_000)}\"", Personal: false)
            ),
        ]);
        (await _log.ListAsync()).Single().Record.Changes.Single().After.ShouldBe("\"(600002 characters)\"");
    }

    private AuditRecord Later()
    {
        _silo.Clock.Advance(TimeSpan.FromSeconds(1));
        return _log.Record();
    }
}
