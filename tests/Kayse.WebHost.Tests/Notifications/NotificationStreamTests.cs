using System.Net;
using Kayse.WebHost.Notifications.Streaming;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>The stream of notifications (NO-3): live, resumable, and never longer than its session.</summary>
public sealed class NotificationStreamTests(NotificationScene scene) : IClassFixture<NotificationScene>
{
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);

    private KayseApp App => scene.App;

    [Fact]
    public async Task What_happens_is_streamed_as_it_happens()
    {
        var ben = await scene.MemberAsync();
        using var stream = await OpenStream.BegunAsync(App, ben);

        const string body = "Two lines,\n\nevent: end\ndata: {}\n\n<b>and a third</b>";
        await App.NotifyAsync(scene.Owner, ben, "A <i>new</i> case", body: body);
        var arrived = await stream.EventAsync();
        (arrived.Name, arrived.Data["title"]!.GetValue<string>()).ShouldBe(("notification", "A <i>new</i> case"));
        arrived.Data["body"]!.GetValue<string>().ShouldBe(body, "no text can begin another event");
        (await stream.EventAsync()).Data["unread"]!.GetValue<int>().ShouldBe(1);

        var id = arrived.Data["id"]!.GetValue<string>();
        var elsewhere = await App.SignInAsync(ben.Email);
        (await App.Client(elsewhere.Token).PostAsync($"me/notifications/{id}/read")).ShouldBe(HttpStatusCode.OK);
        var read = await stream.EventAsync();
        (read.Name, read.Data["readAt"] is null).ShouldBe(("notification", false));
        var unread = await stream.EventAsync();
        (unread.Name, unread.Data["unread"]!.GetValue<int>()).ShouldBe(("unread", 0));
        long.Parse(unread.Id, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(long.Parse(arrived.Id, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task It_is_neither_kept_nor_compressed_nor_held_back()
    {
        using var stream = await OpenStream.BegunAsync(App, await scene.MemberAsync());

        var headers = stream.Response.Headers;
        stream.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        stream.Response.Content.Headers.ContentEncoding.ShouldBe(["identity"]);
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
    }

    [Fact]
    public async Task Who_comes_again_gets_what_they_missed()
    {
        var ben = await scene.MemberAsync();
        string last;
        using (var before = await OpenStream.BegunAsync(App, ben))
        {
            await scene.NotifyAsync(ben, "Seen");
            await before.EventAsync();
            last = (await before.EventAsync()).Id;
        }

        await scene.NotifyAsync(ben, "Missed", "Missed too");
        using var again = await OpenStream.OpenAsync(App, ben, last);

        (await again.BlockAsync()).ShouldBe(["retry: 5000"]);
        (await again.EventAsync()).Data["title"]!.GetValue<string>().ShouldBe("Missed");
        (await again.EventAsync()).Data["title"]!.GetValue<string>().ShouldBe("Missed too");
        (await again.EventAsync()).Data["unread"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99999")]
    [InlineData("nonsense")]
    [InlineData("-5")]
    public async Task Who_missed_too_much_or_was_never_here_is_told_to_read_anew(string lastEventId)
    {
        var ben = await scene.MemberAsync();
        await App.NotifyAllAsync(scene.Owner, ben, [.. Enumerable.Range(1, 200).Select(i => $"Case {i}")]);
        await scene.NotifyAsync(ben, "Case 201");
        using var stream = await OpenStream.OpenAsync(App, ben, lastEventId);

        (await stream.BlockAsync()).ShouldBe(["retry: 5000"]);
        var resync = await stream.EventAsync();
        (resync.Name, resync.Data["unreadLabel"]!.GetValue<string>()).ShouldBe(("resync", "99+"));

        await scene.NotifyAsync(ben, "Now");
        (await stream.EventAsync()).Data["title"]!.GetValue<string>().ShouldBe("Now");
    }

    [Fact]
    public async Task A_comment_every_15_seconds_shows_that_it_is_alive()
    {
        using var stream = await OpenStream.BegunAsync(App, await scene.MemberAsync());

        for (var beat = 0; beat < 3; beat++)
        {
            App.Clock.Advance(_heartbeat);
            (await stream.BlockAsync()).ShouldBe([":"]);
        }
    }

    [Fact]
    public async Task It_ends_with_its_session_and_shows_nothing_after()
    {
        var ben = await scene.MemberAsync();
        using var stream = await OpenStream.BegunAsync(App, ben);
        (await App.Client(ben.Token).PostAsync("auth/sign-out")).ShouldBe(HttpStatusCode.NoContent);

        await scene.NotifyAsync(ben, "Secret");

        var end = await stream.EventAsync();
        (end.Name, end.Data.ToJsonString()).ShouldBe(("end", """{"reason":"session_ended"}"""));
        (await stream.BlockAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task It_does_not_keep_its_session_from_timing_out()
    {
        var ben = await scene.MemberAsync();
        using var stream = await OpenStream.BegunAsync(App, ben);

        App.Clock.Advance(TimeSpan.FromMinutes(29));
        (await stream.BlockAsync()).ShouldBe([":"]);
        (await App.Client(ben.Token).GetAsync("me/notifications/unread-count")).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        (await stream.EventAsync()).Name.ShouldBe("end");
        (await stream.BlockAsync()).ShouldBeNull();
        (await App.Client(ben.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task It_ends_when_the_session_goes_on_in_another_company()
    {
        var owner = await App.SignInAsync(scene.Owner.Email);
        var ben = await App.SignUpAsync(company: "Another Firm");
        await App.WorksAlsoInAsync(ben, owner);
        using var stream = await OpenStream.BegunAsync(App, ben);
        var switched = await App.Client(ben.Token).PostAsync("session/company", new { companyId = owner.CompanyId });
        switched.ShouldBe(HttpStatusCode.OK);

        App.Clock.Advance(_heartbeat);

        (await stream.EventAsync()).Name.ShouldBe("end");
    }

    [Fact]
    public async Task A_session_has_five_at_most()
    {
        var ben = await scene.MemberAsync();
        var streams = new List<OpenStream>();
        for (var i = 0; i < NotificationStreams.MaxPerSession; i++)
            streams.Add(await OpenStream.BegunAsync(App, ben));

        using (var sixth = await OpenStream.OpenAsync(App, ben))
            sixth.Response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using (var elsewhere = await OpenStream.BegunAsync(App, await App.SignInAsync(ben.Email)))
            elsewhere.Response.StatusCode.ShouldBe(HttpStatusCode.OK);

        var registry = App.Services.GetRequiredService<NotificationStreams>();
        var open = registry.Count;
        streams.ForEach(stream => stream.Dispose());
        await EventuallyAsync(() => registry.Count <= open - streams.Count);
        using var again = await OpenStream.BegunAsync(App, ben);
    }

    [Fact]
    public async Task It_is_only_for_who_asks_for_one_and_takes_no_token_from_the_address()
    {
        var ben = await scene.MemberAsync();

        (await App.Client(ben.Token).GetAsync("me/notifications/stream")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        foreach (var name in new[] { "token", "access_token", "session" })
            (await App.Client().GetAsync($"me/notifications/stream?{name}={ben.Token}", ("Accept", "text/event-stream"))).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "unauthenticated"
            );
        (
            await App.Client(ben.Token).SendAsync(HttpMethod.Head, "me/notifications/stream", null, ("Accept", "text/event-stream"))
        ).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_host_that_stops_ends_them_at_once()
    {
        await using var own = new KayseApp();
        using var stream = await OpenStream.BegunAsync(own, await own.SignUpAsync());

        own.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await stream.BlockAsync()).ShouldBeNull();
    }

    private static async Task EventuallyAsync(Func<bool> isSo)
    {
        for (var i = 0; i < 500 && !isSo(); i++)
            await Task.Delay(10);
        isSo().ShouldBeTrue();
    }
}
