using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>Events of which members are notified (NO-1).</summary>
public sealed class EventTests(SharedApp shared) : AppTests(shared)
{
    private const string Events = "companies/current/events";
    private Person _owner = null!;
    private Person _ben = null!;
    private ApiClient _admin = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _ben = await App.JoinAsync(_owner);
        _admin = App.Client(_owner.Token);
    }

    [Fact]
    public async Task Each_event_has_its_own_result()
    {
        var response = await SendAsync(
            Event("e1"),
            Event("e1"),
            Event("e1", title: "Another title"),
            Event("e2", userId: "somebody"),
            Event("e3", type: "party"),
            Event("e4", title: "Pay\u202egnp.exe"),
            Event("e5", title: new string('t', 201)),
            Event("e6", body: new string('ü', 1025)),
            Event("e7", body: new string('ü', 1024)),
            Event("e8", priority: "urgent"),
            Event("e9", sentiment: "sad"),
            Event(""),
            Event(new string('x', 101)),
            Event("e10", mentions: [.. Enumerable.Range(0, 51).Select(n => $"u{n}")])
        );

        response.ShouldBe(HttpStatusCode.Accepted);
        response.Json["results"]!
            .AsArray()
            .Select(result => $"{result!["outcome"]} {result["reason"]}".TrimEnd())
            .ShouldBe([
                "accepted",
                "duplicate",
                "refused id_reused",
                "refused not_a_member",
                "refused type_unknown",
                "refused title_invalid",
                "refused title_invalid",
                "refused body_invalid",
                "accepted",
                "refused priority_unknown",
                "refused sentiment_unknown",
                "refused id_invalid",
                "refused id_invalid",
                "refused mentions_invalid",
            ]);
    }

    [Fact]
    public async Task Up_to_200_events_come_at_once_and_may_be_sent_again()
    {
        var events = Enumerable.Range(0, 200).Select(n => Event($"many-{n}", body: new string('b', 2048))).ToArray();

        var first = await SendAsync(events);
        var second = await SendAsync(events);

        Outcomes(first).ShouldBe(["accepted"]);
        Outcomes(second).ShouldBe(["duplicate"]);
        (await SendAsync([.. events, Event("one more")])).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await SendAsync()).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task Somebody_who_was_removed_is_not_a_member()
    {
        await _admin.DeleteAsync($"companies/current/members/{_ben.UserId}");

        (await SendAsync(Event("late"))).Json["results"]![0]!["reason"]!.GetValue<string>().ShouldBe("not_a_member");
    }

    private static IEnumerable<string> Outcomes(ApiAnswer response) =>
        response.ShouldBe(HttpStatusCode.Accepted).Json["results"]!
            .AsArray()
            .Select(result => result!["outcome"]!.GetValue<string>())
            .Distinct();

    private Task<ApiAnswer> SendAsync(params JsonObject[] events) =>
        _admin.PostAsync(Events, new JsonObject { ["events"] = new JsonArray([.. events.Select(sent => sent.DeepClone())]) });

    private JsonObject Event(
        string id,
        string? userId = null,
        string type = "missed_call",
        string title = "Missed call",
        string? body = null,
        string? priority = null,
        string? sentiment = null,
        IReadOnlyList<string>? mentions = null
    ) =>
        new()
        {
            ["id"] = id,
            ["userId"] = userId ?? _ben.UserId,
            ["type"] = type,
            ["title"] = title,
            ["body"] = body,
            ["priority"] = priority,
            ["sentiment"] = sentiment,
            ["mentions"] = mentions is null ? null : new JsonArray([.. mentions.Select(id => (JsonNode)id)]),
        };
}
