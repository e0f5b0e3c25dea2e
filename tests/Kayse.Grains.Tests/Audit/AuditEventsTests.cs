using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditEventsTests : IAsyncLifetime
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
    public async Task Events_come_once_each_in_order_while_more_are_appended_and_months_go_by()
    {
        var expected = new List<string>();
        var seen = new List<string>();
        string? cursor = null;
        for (var round = 0; round < 40; round++)
        {
            _silo.Clock.Advance(TimeSpan.FromDays(5));
            expected.AddRange((await _log.AppendAsync(round % 7 * 5)).Select(record => record.Id));
            var events = await _log.Grain.ReadEventsAsync(cursor, 13);
            (seen.Count + events.Items.Count < expected.Count).ShouldBe(events.HasMore);
            seen.AddRange(events.Items.Select(item => item.Id));
            cursor = events.NextCursor;
            if (round == 20)
                await _silo.RestartAsync();
        }

        while (await _log.Grain.ReadEventsAsync(cursor, 13) is { Items.Count: > 0 } rest)
        {
            seen.AddRange(rest.Items.Select(item => item.Id));
            cursor = rest.NextCursor;
        }

        seen.ShouldBe(expected);
    }

    [Fact]
    public async Task An_event_says_what_changed_without_what_is_personal()
    {
        var record = _log.Record(
            AuditActions.MemberRoleChanged,
            "ada",
            "ben",
            new AuditChange("role", "\"user\"", "\"admin\"", Personal: false),
            new AuditChange("fullName", null, "\"Ben\"", Personal: true)
        );
        await _log.Grain.AppendAsync([record]);
        var told = (await _log.Grain.ReadEventsAsync(null, 10)).Items.Single();
        told.ShouldBe(new CompanyEvent(record.Id, "member.role_changed", record.At, "ada", "member", "ben", told.Changes, told.Sequence));
        told.Changes.ShouldBe([record.Changes[0]]);
    }

    [Fact]
    public async Task What_is_not_for_other_services_is_passed_over()
    {
        await _log.AppendAsync(100, _ => _log.Record(AuditActions.MemberPasswordSet));
        var member = (await _log.AppendAsync(1))[0];
        var events = await _log.Grain.ReadEventsAsync(null, 5);
        events.Items.Single().Id.ShouldBe(member.Id);
        events.HasMore.ShouldBeFalse();
        (await _log.Grain.ReadEventsAsync(events.NextCursor, 5)).NextCursor.ShouldBe(events.NextCursor);
    }

    [
        Theory,
        InlineData(AuditActions.MemberRemoved, true),
        InlineData(AuditActions.MemberDeactivated, true),
        InlineData(AuditActions.PolicyChanged, true)
    ]
    [InlineData(AuditActions.MemberPasswordResetSent, false), InlineData(AuditActions.SessionEnded, false)]
    public void What_other_services_are_told_of(string action, bool isTold) => EventTypes.Contains(action).ShouldBe(isTold);
}
