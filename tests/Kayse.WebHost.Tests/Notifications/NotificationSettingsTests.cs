using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>What a person wants to be notified of, over HTTP (NO-2, NO-4, NO-5).</summary>
public sealed class NotificationSettingsTests(NotificationScene scene) : IClassFixture<NotificationScene>
{
    private const string Path = "me/notification-settings";

    [Fact]
    public async Task Who_never_chose_has_the_defaults_and_is_told_what_is_so()
    {
        var settings = (await scene.App.Client((await scene.MemberAsync()).Token).GetAsync(Path)).ShouldBe(HttpStatusCode.OK);

        settings.Header("ETag").ShouldNotBeNull();
        settings.Json["matrix"]!.AsObject().Count.ShouldBe(11);
        settings.Json["matrix"]!["task_due"]!.ToJsonString().ShouldBe("""{"inApp":true,"email":true,"push":true}""");
        settings.Json["messages"]!.GetValue<string>().ShouldBe("all");
        settings.Json["quietHours"]!["start"]!.GetValue<string>().ShouldBe("22:00");
        settings.At("timeZone").ShouldNotBeEmpty();
        settings.Json["effective"]!.AsArray().Count.ShouldBe(33);
    }

    [Fact]
    public async Task What_GET_returns_can_be_put_back_and_a_stale_version_is_refused()
    {
        var client = scene.App.Client((await scene.MemberAsync()).Token);
        var before = await client.GetAsync(Path);
        var changed = before.Json.DeepClone().AsObject();
        changed["matrix"]!["new_message"]!["email"] = true;
        changed["messages"] = "mentions";
        changed["filters"]!["caseTypes"] = new JsonArray("divorce");
        changed["digest"]!["mode"] = "weekly";
        changed["digest"]!["weekday"] = "friday";
        changed["quietHours"]!["enabled"] = true;
        changed["quietHours"]!["days"] = new JsonArray("sunday", "saturday");
        changed["smsWarning"]!["enabled"] = true;

        var after = (await PutAsync(client, changed, before.Header("ETag"))).ShouldBe(HttpStatusCode.OK);

        foreach (var part in new[] { "matrix", "messages", "filters", "digest", "quietHours", "smsWarning" })
            after.Json[part]!.ToJsonString().ShouldBe(changed[part]!.ToJsonString(), part);
        (await PutAsync(client, changed, before.Header("ETag"))).ShouldRefuse(HttpStatusCode.PreconditionFailed, "version_conflict");
        (await client.GetAsync(Path)).Text.ShouldBe(after.Text);
    }

    [Theory]
    [InlineData("matrix", """{"carrier_pigeon": {"inApp": true, "email": true, "push": true}}""")]
    [InlineData("matrix", """{"task_due": {"inApp": true}}""")]
    [InlineData("matrix", """{"task_due": null}""")]
    [InlineData("messages", "\"some\"")]
    [InlineData("digest", """{"mode": "monthly"}""")]
    [InlineData("digest", """{"mode": "daily", "hour": 24}""")]
    [InlineData("quietHours", """{"enabled": true, "start": "25:00"}""")]
    [InlineData("quietHours", """{"enabled": true, "start": "08:00", "end": "08:00"}""")]
    [InlineData("quietHours", """{"enabled": true, "days": ["someday"]}""")]
    [InlineData("smsWarning", """{"enabled": true, "segments": 1}""")]
    [InlineData("smsWarning", "null")]
    public async Task Settings_that_make_no_sense_are_refused_by_name(string part, string value)
    {
        var client = scene.App.Client((await scene.MemberAsync()).Token);
        var changed = (await client.GetAsync(Path)).Json.DeepClone().AsObject();
        changed[part] = JsonNode.Parse(value);

        var refused = (await PutAsync(client, changed, etag: null)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");

        refused.Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldStartWith(part);
    }

    [Fact]
    public async Task A_snooze_holds_until_tomorrow_and_can_be_ended()
    {
        var client = scene.App.Client((await scene.MemberAsync()).Token);

        (await client.PostAsync($"{Path}/snooze", new { duration = "until_tomorrow" })).At("snoozedUntil").ShouldEndWith("T08:00:00Z");
        (await client.PostAsync($"{Path}/snooze", new { duration = "off" })).Json["snoozedUntil"].ShouldBeNull();
        (await client.PostAsync($"{Path}/snooze", new { duration = "for_ever" })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    [Fact]
    public async Task Each_event_is_explained_to_its_person_alone()
    {
        var ben = await scene.MemberAsync();
        var eventId = await scene.NotifyAsync(ben, "Hearing moved");

        var why = (await scene.App.Client(ben.Token).GetAsync($"{Path}/explain?eventId={eventId}")).ShouldBe(HttpStatusCode.OK);
        why.At("title").ShouldBe("Hearing moved");
        var inApp = why.Json["channels"]!.AsArray().Single(channel => channel!["channel"]!.GetValue<string>() == "in_app")!;
        inApp["outcome"]!.GetValue<string>().ShouldBe("delivered");
        inApp["explanation"]!.GetValue<string>().ShouldBe("Your settings ask for it.");

        var other = scene.App.Client((await scene.MemberAsync()).Token);
        (await other.GetAsync($"{Path}/explain?eventId={eventId}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await other.GetAsync($"{Path}/explain")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task Settings_can_be_tried_without_being_saved()
    {
        var ben = await scene.MemberAsync();
        await scene.NotifyAsync(ben, "One", "Two");
        var client = scene.App.Client(ben.Token);
        var before = await client.GetAsync(Path);
        var changed = before.Json.DeepClone().AsObject();
        changed["matrix"]!["case_updated"]!["inApp"] = false;

        var run = (await client.PostAsync($"{Path}/dry-run", changed.ToJsonString())).ShouldBe(HttpStatusCode.OK);

        run.Json["inApp"]!.GetValue<int>().ShouldBe(0);
        run.Json["items"]!.AsArray().Count.ShouldBe(2);
        (await client.GetAsync(Path)).Text.ShouldBe(before.Text);
        (await client.GetAsync($"{Path}/next-digest")).ShouldBe(HttpStatusCode.OK);
    }

    private static Task<ApiAnswer> PutAsync(ApiClient client, JsonObject settings, string? etag) =>
        client.SendAsync(HttpMethod.Put, Path, settings.ToJsonString(), etag is null ? [] : [("If-Match", etag)]);
}
