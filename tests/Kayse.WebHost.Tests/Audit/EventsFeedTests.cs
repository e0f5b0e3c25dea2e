using System.Net;
using Kayse.Grains.Audit;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Audit;

public sealed class EventsFeedTests(SharedApp shared) : AppTests(shared)
{
    private const string Feed = "companies/current/events-feed";
    private Person _owner = null!;
    private ApiClient _client = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    [Fact]
    public async Task An_event_says_what_happened_without_names()
    {
        var record = App.Record(
            _owner,
            AuditActions.MemberRemoved,
            "ben",
            new AuditChange("role", "\"user\"", null, Personal: false),
            new AuditChange("email", "\"ben@firm.example\"", null, Personal: true)
        );
        await App.AppendAsync(record);
        var answer = (await _client.GetAsync(Feed)).ShouldBe(HttpStatusCode.OK);
        answer.Json.Select(member => member.Key).ShouldBe(["items", "nextCursor", "hasMore"]);
        answer.Json["items"]!
            .AsArray()
            .Last()!
            .ToJsonString()
            .ShouldBe(
                $$$"""{"id":"{{{record.Id}}}","type":"member.removed","at":"2026-01-05T09:00:00Z","actorId":"{{{_owner.UserId}}}","target":{"kind":"member","id":"ben"},"before":{"role":"user"},"after":null}"""
            );
    }

    [Fact]
    public async Task The_feed_goes_on_where_it_ended_also_when_there_is_nothing_yet()
    {
        var end = await ReadOnAsync(null);
        await App.AppendAsync([.. Enumerable.Range(0, 7).Select(i => App.Record(_owner, AuditActions.MemberUpdated, $"member-{i}"))]);
        var targets = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var stretch = await ReadOnAsync(end.At("nextCursor"), 3);
            stretch.Json["hasMore"]!.GetValue<bool>().ShouldBe(i < 2);
            targets.AddRange(stretch.Json["items"]!.AsArray().Select(item => item!["target"]!["id"]!.GetValue<string>()));
            end = stretch;
        }

        targets.ShouldBe(Enumerable.Range(0, 7).Select(i => $"member-{i}"));
        (await ReadOnAsync(end.At("nextCursor"))).At("nextCursor").ShouldBe(end.At("nextCursor"));
    }

    [Theory, InlineData("after=x", "after"), InlineData("limit=201", "limit")]
    public async Task A_query_that_means_nothing_is_refused_by_its_field(string query, string field) =>
        (await _client.GetAsync($"{Feed}?{query}")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            [field]
            .ShouldNotBeNull();

    private Task<ApiAnswer> ReadOnAsync(string? after, int limit = 50) =>
        _client.GetAsync($"{Feed}?limit={limit}{(after is null ? "" : $"&after={after}")}");
}
