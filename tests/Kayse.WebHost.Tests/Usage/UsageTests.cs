using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Usage;

/// <summary>What a company uses (CO-8). The clock stands at 9 o'clock UTC on January 5.</summary>
public sealed class UsageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/usage";
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
    }

    [Fact]
    public async Task What_was_accepted_is_in_the_next_answer()
    {
        (await RecordAsync(Event("a", "voice_minutes", 12.5m), Event("b", "voice_minutes", 0.000001m, "2026-01-04T10:00:00Z")))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe("""{"accepted":2,"duplicates":0,"refused":[]}""");
        await RecordAsync(Event("c", "phone_numbers", 3), Event("d", "storage_bytes", 1_000, "2026-01-05T03:00:00Z"));

        var usage = (await _admin.GetAsync(Url)).ShouldBe(HttpStatusCode.OK).Json;

        (usage["from"]!.GetValue<string>(), usage["to"]!.GetValue<string>()).ShouldBe(("2026-01-01", "2026-02-01"));
        usage["timeZone"]!.GetValue<string>().ShouldBe("Etc/UTC");
        var minutes = usage["metrics"]!["voice_minutes"]!;
        (minutes["kind"]!.GetValue<string>(), minutes["total"]!.ToJsonString()).ShouldBe(("sum", "12.500001"));
        minutes["days"]!.AsArray().Count.ShouldBe(31);
        minutes["days"]![4]!.ToJsonString().ShouldBe("""{"date":"2026-01-05","value":12.5,"peak":null}""");
        usage["metrics"]!["phone_numbers"]!["total"]!.ToJsonString().ShouldBe("3");
        usage["metrics"]!["storage_bytes"]!["days"]![4]!
            .ToJsonString()
            .ShouldBe("""{"date":"2026-01-05","value":666.666667,"peak":1000}""");
        usage["metrics"]!["emails"]!["total"]!.ToJsonString().ShouldBe("0");
        usage["projection"]!["phone_numbers"]!.ToJsonString().ShouldBe("""{"low":3,"expected":3,"high":3}""");
    }

    [Fact]
    public async Task Each_event_has_its_own_result()
    {
        var first = Event("e1", "emails", 1);

        var response = await RecordAsync(
            first,
            first,
            Event("e1", "emails", 2),
            Event("e1", "sms_segments", 2),
            Event("e2", "faxes", 1),
            Event("e3", "emails", -1),
            Event("e4", "emails", -1, corrects: "e1"),
            Event("e5", "emails", 0.0000001m),
            Event("e6", "emails", 1, "2025-12-01T08:59:59Z"),
            Event("e7", "emails", 1, "2026-01-05T09:05:01Z"),
            Event("e8", "storage_bytes", 1, userId: _owner.UserId),
            Event("", "emails", 1)
        );

        (response.Json["accepted"]!.GetValue<int>(), response.Json["duplicates"]!.GetValue<int>()).ShouldBe((3, 1));
        response.Json["refused"]!
            .AsArray()
            .Select(refused => $"{refused!["id"]} {refused["reason"]}")
            .ShouldBe([
                "e1 id_reused",
                "e2 metric_unknown",
                "e3 quantity_invalid",
                "e5 quantity_invalid",
                "e6 at_too_old",
                "e7 at_in_future",
                "e8 reference_invalid",
                " id_invalid",
            ]);
        (await TotalAsync("emails")).ShouldBe("0");
    }

    [Fact]
    public async Task Days_are_cut_in_the_time_zone_of_the_business_hours()
    {
        await RecordAsync(Event("a", "emails", 1, "2026-01-04T03:00:00Z"));
        var hours = new
        {
            timeZone = "America/New_York",
            weekly = new { mon = Array.Empty<object>() },
            exceptions = Array.Empty<object>(),
        };
        (await _admin.SendAsync(HttpMethod.Put, "companies/current/business-hours", hours)).ShouldBe(HttpStatusCode.OK);

        var usage = (await _admin.GetAsync($"{Url}?from=2026-01-03&to=2026-01-04")).ShouldBe(HttpStatusCode.OK).Json;

        usage["timeZone"]!.GetValue<string>().ShouldBe("America/New_York");
        usage["metrics"]!["emails"]!["total"]!.ToJsonString().ShouldBe("1");
        usage["projection"].ShouldBeNull();
    }

    [Fact]
    public async Task What_comes_late_for_a_month_that_is_over_is_an_adjustment()
    {
        await RecordAsync(Event("now", "emails", 1), Event("late", "emails", 5, "2025-12-20T00:00:00Z"));
        (await RecordAsync(Event("old", "emails", 7, "2025-06-01T12:00:00Z"), "?backfill=true")).Json["accepted"]!
            .GetValue<int>()
            .ShouldBe(1);

        var usage = (await _admin.GetAsync(Url)).Json;

        usage["metrics"]!["emails"]!["total"]!.ToJsonString().ShouldBe("13");
        usage["adjustments"]!
            .ToJsonString()
            .ShouldBe(
                """
                [{"metric":"emails","date":"2026-01-05","usedOn":"2025-06-01","quantity":7},
                {"metric":"emails","date":"2026-01-05","usedOn":"2025-12-20","quantity":5}]
                """.ReplaceLineEndings("")
            );
        (await _admin.GetAsync($"{Url}?from=2025-12-01")).Json["metrics"]!["emails"]!["total"]!.ToJsonString().ShouldBe("0");
    }

    [Fact]
    public async Task Usage_is_listed_by_member_and_by_agent()
    {
        await RecordAsync(
            Event("a", "voice_minutes", 5, userId: "ben", agentId: "intake"),
            Event("b", "voice_minutes", 7, userId: "ada", agentId: "intake"),
            Event("c", "emails", 40, userId: "cleo"),
            Event("d", "emails", 1)
        );

        var page = (await _admin.GetAsync($"{Url}/members?limit=2")).ShouldBe(HttpStatusCode.OK).Json;
        var next = (await _admin.GetAsync($"{Url}/members?limit=2&cursor={page["nextCursor"]}")).Json;
        var agents = (await _admin.GetAsync($"{Url}/agents")).Json;

        page["items"]!.AsArray().Concat(next["items"]!.AsArray()).Select(item => $"{item!["id"]}").ShouldBe(["ada", "ben", "cleo"]);
        agents["items"]!.ToJsonString().ShouldBe("""[{"id":"intake","metrics":{"voice_minutes":12,"sms_segments":0,"emails":0}}]""");
        (await _admin.GetAsync($"{Url}/agents?from=2026-01-06")).Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_service_key_sends_usage_but_no_backfill()
    {
        var made = await _admin.PostAsync("companies/current/service-keys", new { name = "Meter", permissions = new[] { "write" } });
        var service = App.Client(made.ShouldBe(HttpStatusCode.Created).At("key"));

        (await service.PostAsync(Url, new { events = new[] { Event("a", "emails", 1) } })).ShouldBe(HttpStatusCode.OK);
        (await service.PostAsync($"{Url}?backfill=true", new { events = new[] { Event("b", "emails", 1) } })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        (await TotalAsync("emails")).ShouldBe("1");
    }

    [Theory]
    [InlineData("from=5th", "from")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("from=9999-12-31", "from")]
    [InlineData("from=2026-01-02&to=2026-01-02", "to")]
    [InlineData("from=2026-01-02&to=2027-02-07", "to")]
    public async Task Days_that_cannot_be_are_refused(string query, string field)
    {
        foreach (var path in new[] { Url, $"{Url}/members" })
            (await _admin.GetAsync($"{path}?{query}")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
                .AsObject()
                .Select(error => error.Key)
                .ShouldBe([field]);
    }

    [Fact]
    public async Task A_request_has_events_and_not_too_many()
    {
        foreach (var count in new[] { 0, 501 })
            (await RecordAsync([.. Enumerable.Range(0, count).Select(n => Event($"e{n}", "emails", 1))])).ShouldRefuse(
                HttpStatusCode.BadRequest,
                "validation_failed"
            );
        (await RecordAsync([.. Enumerable.Range(0, 500).Select(n => Event($"e{n}", "emails", 1))])).Json["accepted"]!
            .GetValue<int>()
            .ShouldBe(500);
        (await _admin.PostAsync(Url, new { events = new object?[] { Event("x", "emails", 1), null } }))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Text.ShouldContain("events[1]");
        (await RecordAsync(Event("x", "emails", 1), "?backfill=maybe")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (
            await _admin.PostAsync(
                Url,
                new
                {
                    events = new[]
                    {
                        new
                        {
                            id = "x",
                            metric = "emails",
                            quantity = "1",
                        },
                    },
                }
            )
        ).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    private Task<ApiAnswer> RecordAsync(params JsonObject[] events) => RecordAsync(events, "");

    private Task<ApiAnswer> RecordAsync(JsonObject one, string query) => RecordAsync([one], query);

    private Task<ApiAnswer> RecordAsync(JsonObject[] events, string query) => _admin.PostAsync(Url + query, new { events });

    private async Task<string> TotalAsync(string metric) =>
        (await _admin.GetAsync(Url)).ShouldBe(HttpStatusCode.OK).Json["metrics"]![metric]!["total"]!.ToJsonString();

    private static JsonObject Event(
        string id,
        string metric,
        decimal quantity,
        string at = "2026-01-05T09:00:00Z",
        string? userId = null,
        string? agentId = null,
        string? corrects = null
    ) =>
        new()
        {
            ["id"] = id,
            ["metric"] = metric,
            ["quantity"] = quantity,
            ["at"] = at,
            ["userId"] = userId,
            ["agentId"] = agentId,
            ["corrects"] = corrects,
        };
}
