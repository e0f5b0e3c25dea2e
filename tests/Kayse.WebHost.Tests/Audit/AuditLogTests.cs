using System.Net;
using Kayse.Grains.Audit;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Audit;

public sealed class AuditLogTests : OwnAppTests
{
    private const string Log = "companies/current/audit-log";
    private Person _owner = null!;
    private ApiClient _client = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    [Fact]
    public async Task An_entry_has_the_members_of_the_contract()
    {
        await App.AppendAsync(
            App.Record(
                _owner,
                AuditActions.MemberRoleChanged,
                "ben",
                new AuditChange("role", "\"user\"", "\"admin\"", Personal: false),
                new AuditChange("scopeIds", "[\"a\"]", null, Personal: false),
                new AuditChange("fullName", null, "\"Ben\"", Personal: true)
            )
        );

        var list = await _client.GetAsync($"{Log}?limit=1");
        list.ShouldBe(HttpStatusCode.OK).Json.Select(member => member.Key).ShouldBe(["items", "nextCursor", "total"]);
        var entry = list.Json["items"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        entry
            .Select(member => member.Key)
            .ShouldBe(["id", "at", "actor", "action", "target", "before", "after", "ipAddress", "sessionId"]);
        entry["at"]!.GetValue<string>().ShouldBe("2026-01-05T09:00:00Z");
        entry["actor"]!.ToJsonString().ShouldBe($$"""{"userId":"{{_owner.UserId}}","name":"Ada Vale"}""");
        entry["target"]!.ToJsonString().ShouldBe("""{"kind":"member","id":"ben","name":"Name of ben"}""");
        entry["before"]!.ToJsonString().ShouldBe("""{"role":"user","scopeIds":["a"],"fullName":null}""");
        entry["after"]!.ToJsonString().ShouldBe("""{"role":"admin","scopeIds":null,"fullName":"Ben"}""");
        entry["ipAddress"]!.GetValue<string>().ShouldBe("203.0.113.9");
        entry["sessionId"]!.GetValue<string>().ShouldBe(_owner.SessionId);
    }

    [Fact]
    public async Task What_is_done_is_in_the_log()
    {
        var ben = await App.JoinAsync(_owner);
        (await ActionsAsync(Log)).ShouldContain("company.created");
        var joined = (await _client.GetAsync($"{Log}?target={ben.UserId}&action=member.joined")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        joined["actor"]!["userId"]!.GetValue<string>().ShouldBe(ben.UserId);
        joined["before"].ShouldBeNull();
        joined["after"]!["role"]!.GetValue<string>().ShouldBe("user");
    }

    [Fact]
    public async Task Each_filter_lets_its_own_through()
    {
        var others = App.Record(_owner with { UserId = "somebody" }, AuditActions.ScopeCreated, "scope");
        var start = App.Clock.GetUtcNow();
        await App.AppendAsync(others);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.AppendAsync(
            App.Record(_owner, AuditActions.ScopeDeleted, "scope"),
            App.Record(_owner, AuditActions.PolicyChanged, "company")
        );

        (await ActionsAsync($"{Log}?actor=somebody")).ShouldBe(["scope.created"]);
        (await ActionsAsync($"{Log}?action=policy.changed")).ShouldBe(["policy.changed"]);
        (await ActionsAsync($"{Log}?target=scope")).ShouldBe(["scope.deleted", "scope.created"]);
        (await ActionsAsync($"{Log}?target=scope&from={start.AddSeconds(1):yyyy-MM-ddTHH:mm:ssZ}")).ShouldBe(["scope.deleted"]);
        (await ActionsAsync($"{Log}?target=scope&to={start.AddSeconds(1):yyyy-MM-ddTHH:mm:ssZ}")).ShouldBe(["scope.created"]);
        (await ActionsAsync($"{Log}?target=nothing")).ShouldBeEmpty();
    }

    [
        Theory,
        InlineData("from=yesterday", "from"),
        InlineData("to=", "to"),
        InlineData("limit=0", "limit"),
        InlineData("cursor=x", "cursor")
    ]
    public async Task A_query_that_means_nothing_is_refused_by_its_field(string query, string field) =>
        (await _client.GetAsync($"{Log}?{query}")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            [field]
            .ShouldNotBeNull();

    [Fact]
    public async Task Pages_go_on_where_the_last_ended()
    {
        await App.AppendAsync([.. Enumerable.Range(0, 25).Select(i => App.Record(_owner, AuditActions.ScopeUpdated, $"scope-{i}"))]);
        var targets = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await _client.GetAsync($"{Log}?action=scope.updated&limit=10{(cursor is null ? "" : $"&cursor={cursor}")}"))
                .ShouldBe(HttpStatusCode.OK)
                .Json;
            page["total"]!.GetValue<int>().ShouldBe(25);
            targets.AddRange(page["items"]!.AsArray().Select(entry => entry!["target"]!["id"]!.GetValue<string>()));
            cursor = page["nextCursor"]?.GetValue<string>();
        } while (cursor is not null);
        targets.ShouldBe(Enumerable.Range(0, 25).Reverse().Select(i => $"scope-{i}"));
    }

    [Fact]
    public async Task The_chain_can_be_checked_and_checked_again_from_what_was_noted()
    {
        await App.AppendAsync([.. Enumerable.Range(0, 40).Select(i => App.Record(_owner, AuditActions.ScopeUpdated, $"scope-{i}"))]);
        var first = (await _client.GetAsync($"{Log}/verification")).ShouldBe(HttpStatusCode.OK);
        first.Json.Select(member => member.Key).ShouldBe(["intact", "count", "hash", "brokenAt", "deletedEntries"]);
        first.Json["intact"]!.GetValue<bool>().ShouldBeTrue();
        first.Json["count"]!.GetValue<long>().ShouldBe(41);
        var (count, hash) = (first.Json["count"]!, first.At("hash"));

        await App.AppendAsync(App.Record(_owner, AuditActions.ScopeUpdated, "scope"));
        var later = (await _client.GetAsync($"{Log}/verification?count={count}&hash={hash}")).ShouldBe(HttpStatusCode.OK);
        later.Json["intact"]!.GetValue<bool>().ShouldBeTrue();
        later.Json["count"]!.GetValue<long>().ShouldBe(42);
        (await _client.GetAsync($"{Log}/verification?count={count}&hash={new string('0', 64)}")).Json["intact"]!
            .GetValue<bool>()
            .ShouldBeFalse();
        (await _client.GetAsync($"{Log}/verification?count=1000&hash={hash}")).Json["intact"]!.GetValue<bool>().ShouldBeFalse();
        (await _client.GetAsync($"{Log}/verification?count={count}&hash=x"))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            ["hash"]
            .ShouldNotBeNull();
        (await _client.GetAsync($"{Log}/verification?hash={hash}")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json[
            "errors"
        ]!
            ["count"]
            .ShouldNotBeNull();
    }

    private async Task<IEnumerable<string>> ActionsAsync(string path) =>
        (await _client.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Json["items"]!
            .AsArray()
            .Select(entry => entry!["action"]!.GetValue<string>());
}
