using System.Net;
using System.Text.RegularExpressions;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications.Pages;

/// <summary>The notification centre without JavaScript.</summary>
public sealed class NotificationPageTests(NotificationScene scene) : IClassFixture<NotificationScene>
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&<a href=javascript:alert(2)>";

    [Fact]
    public async Task The_list_is_filtered_read_and_archived()
    {
        var ben = await scene.MemberAsync();
        var browser = scene.App.Browser(ben);
        (await browser.GetAsync("/notifications")).ShouldSay("No notifications yet").ShouldSay("Notifications: none unread");
        await scene.NotifyOfAsync(ben, "missed_call", "Call from Ms Hart");
        await scene.NotifyOfAsync(ben, "task_due", "File the motion");

        var page = (await browser.GetAsync("/notifications"))
            .ShouldSay("Notifications: 2 unread")
            .ShouldSay("2 notifications, 2 unread in all");
        (await browser.GetAsync("/notifications?type=missed_call")).Text.ShouldNotContain("File the motion");
        (await browser.SubmitAsync(page, "items", ("read", IdOf(page, "File the motion"))))
            .ShouldBeAt("/notifications")
            .ShouldSay("Marked as read.");
        (await browser.GetAsync("/notifications?show=unread")).Text.ShouldNotContain("File the motion");

        await browser.SubmitAsync("/notifications", "read-all");
        page = (await browser.GetAsync("/notifications")).ShouldSay("Notifications: none unread");
        (await browser.SubmitAsync(page, "items", ("archive", IdOf(page, "Call from Ms Hart")))).ShouldSay("Notification archived.");
        (await browser.GetAsync("/notifications")).Text.ShouldNotContain("Ms Hart");
        (await browser.GetAsync("/notifications?show=unread")).ShouldSay("No notifications match your filters");
    }

    [Fact]
    public async Task Marking_all_as_read_spares_what_arrived_since_the_page_was_opened()
    {
        var ben = await scene.MemberAsync();
        var browser = scene.App.Browser(ben);
        await scene.NotifyAsync(ben, "Seen");
        var page = await browser.GetAsync("/notifications");
        await scene.NotifyAsync(ben, "Not seen");

        (await browser.SubmitAsync(page, "read-all")).ShouldSay("All notifications marked as read.").ShouldSay("Notifications: 1 unread");
    }

    [Fact]
    public async Task What_an_event_says_is_only_text()
    {
        var ben = await scene.MemberAsync();
        var eventId = await scene.NotifyAsync(ben, Hostile);

        foreach (var url in new[] { "/notifications", $"/notifications/why?eventId={eventId}" })
        {
            var page = (await scene.App.Browser(ben).GetAsync(url)).ShouldBe(HttpStatusCode.OK);
            page.Html.ShouldNotContain("<img src=x");
            page.Html.ShouldNotContain("<a href=javascript");
            page.Html.ShouldContain("<bdi>&lt;img src=x");
        }
    }

    [Fact]
    public async Task It_is_said_why_something_came_or_that_it_never_did()
    {
        var ben = await scene.MemberAsync();
        var eventId = await scene.NotifyAsync(ben, "Hearing moved");

        (await scene.App.Browser(ben).GetAsync($"/notifications/why?eventId={eventId}"))
            .ShouldSay("Hearing moved")
            .ShouldSay("In app Your settings ask for it. Delivered");
        (await scene.App.Browser(ben).GetAsync("/notifications/why?eventId=another")).ShouldSay("No event with this id was sent to you");
    }

    // A row's buttons hold its id, and its title stands in them.
    private static string IdOf(Page page, string title) =>
        Regex
            .Match(
                page.Html,
                $"""name="archive" value="([^"]+)">Archive<span[^>]*>: {title}<""",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Groups[1]
            .Value;
}
