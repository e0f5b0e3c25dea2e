using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>A person's notifications over HTTP (NO-3).</summary>
public sealed class NotificationTests(NotificationScene scene) : IClassFixture<NotificationScene>
{
    [Fact]
    public async Task They_are_listed_latest_first_and_counted_while_unread()
    {
        var ben = await scene.MemberAsync();
        var client = scene.App.Client(ben.Token);
        await scene.NotifyAsync(ben, "First", "Second", "Third");

        var page = (await client.GetAsync("me/notifications?limit=2")).ShouldBe(HttpStatusCode.OK);
        TitlesIn(page).ShouldBe(["Third", "Second"]);
        page.Json["unread"]!.GetValue<int>().ShouldBe(3);
        page.At("unreadLabel").ShouldBe("3");
        TitlesIn(await client.GetAsync($"me/notifications?limit=2&cursor={page.At("nextCursor")}")).ShouldBe(["First"]);

        var id = page.Json["items"]![1]!["id"]!.GetValue<string>();
        var read = (await client.PostAsync($"me/notifications/{id}/read")).ShouldBe(HttpStatusCode.OK);
        read.At("readAt").ShouldNotBeEmpty();
        (await client.PostAsync($"me/notifications/{id}/read")).At("readAt").ShouldBe(read.At("readAt"), "the first time counts");

        TitlesIn(await client.GetAsync("me/notifications?unread=true")).ShouldBe(["Third", "First"]);
        TitlesIn(await client.GetAsync("me/notifications?unread=false")).ShouldBe(["Second"]);
        (await client.GetAsync("me/notifications?unread=maybe")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await client.GetAsync("me/notifications/unread-count")).Text.ShouldBe("""{"unread":2,"unreadLabel":"2"}""");
    }

    [Fact]
    public async Task What_arrives_after_the_page_was_read_stays_unread()
    {
        var ben = await scene.MemberAsync();
        var client = scene.App.Client(ben.Token);
        await scene.NotifyAsync(ben, "Seen", "Seen too");
        var before = (await client.GetAsync("me/notifications")).Json["items"]![0]!["createdAt"]!.GetValue<string>();
        await scene.NotifyAsync(ben, "Later");

        (await client.PostAsync("me/notifications/read-all", new { before })).Json["unread"]!.GetValue<int>().ShouldBe(1);
        TitlesIn(await client.GetAsync("me/notifications?unread=true")).ShouldBe(["Later"]);
        (await client.PostAsync("me/notifications/read-all", new { })).Json["unread"]!.GetValue<int>().ShouldBe(0);
        (await client.PostAsync("me/notifications/read-all", """{"before": "yesterday"}""")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    [Fact]
    public async Task An_archived_one_is_gone_from_the_list()
    {
        var ben = await scene.MemberAsync();
        var client = scene.App.Client(ben.Token);
        await scene.NotifyAsync(ben, "Old news");
        var id = (await client.GetAsync("me/notifications")).Json["items"]![0]!["id"]!.GetValue<string>();

        (await client.PostAsync($"me/notifications/{id}/archive")).ShouldBe(HttpStatusCode.OK).At("archivedAt").ShouldNotBeEmpty();

        var page = await client.GetAsync("me/notifications");
        TitlesIn(page).ShouldBeEmpty();
        page.Json["unread"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("-1")]
    [InlineData("999999")]
    [InlineData("1%2e5")]
    public async Task One_that_is_not_there_is_not_found(string id)
    {
        var client = scene.App.Client((await scene.MemberAsync()).Token);

        (await client.PostAsync($"me/notifications/{id}/read")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await client.PostAsync($"me/notifications/{id}/archive")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task More_than_99_are_shown_as_such()
    {
        var ben = await scene.MemberAsync();
        await scene.App.NotifyAllAsync(scene.Owner, ben, [.. Enumerable.Range(1, 120).Select(i => $"Case {i}")]);

        (await scene.App.Client(ben.Token).GetAsync("me/notifications/unread-count")).Text.ShouldBe(
            """{"unread":120,"unreadLabel":"99+"}"""
        );
        (await scene.App.Browser(ben).GetAsync("/profile")).ShouldSay("Notifications: 99+ unread");
    }

    private static IReadOnlyList<string> TitlesIn(ApiAnswer page) =>
        [.. page.Json["items"]!.AsArray().Select(item => item!["title"]!.GetValue<string>())];
}
