using Kayse.Browser.Tests.Testing;
using Kayse.WebHost.Notifications.Streaming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>Notifications as they arrive, in several tabs and browsers of one person.</summary>
public sealed class NotificationJourneys : Journey
{
    private const string Hostile = "<img src=x onerror=alert(1)> <a href=javascript:alert(2)>Click</a>";

    private int OpenStreams => App.Services.GetRequiredService<NotificationStreams>().Count;

    [Fact]
    public async Task One_arrives_live_in_one_tab_and_is_read_in_another_browser()
    {
        var ada = await App.SignUpAsync();
        var desk = await VisitAsAsync(ada);
        var phone = await VisitAsAsync(await App.SignInAsync(ada.Email), new VisitorOptions { Width = 360 });
        await desk.OpenAsync("/profile/sessions");
        await WaitForStreamsAsync(1);

        await App.NotifyAsync(ada, ada, Hostile);
        await ShouldHaveUnreadAsync(desk.Page, "1");
        await Expect(desk.Page.Locator("#announcer")).ToContainTextAsync("New notification: <img src=x");
        await desk.Page.Locator(".bell summary").ClickAsync();
        await Expect(desk.Page.Locator("[data-bell-items]")).ToContainTextAsync(Hostile);
        (await desk.Page.Locator("[data-bell-items] :is(img, a)").CountAsync()).ShouldBe(0, "it is only text");

        await phone.OpenAsync("/notifications");
        await phone.ShouldSeeAsync("<img src=x");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).First.ClickAsync();
        await phone.ShouldSeeAsync("Marked as read.");

        await Expect(desk.Page.Locator("[data-bell-items]").GetByText("Read", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[data-bell-count]")).ToBeHiddenAsync();

        // The other way round: what is read in the panel of one is shown as read on the page of the other.
        await WaitForStreamsAsync(2);
        await App.NotifyAsync(ada, ada, "Hearing moved");
        await phone.ShouldSeeAsync("New notifications have arrived.");
        await phone.FollowAsync("Show them");
        await phone.ShouldSeeAsync("Hearing moved");
        await WaitForStreamsAsync(2);
        await desk.Page.Locator("[data-bell-items]").GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).ClickAsync();
        await Expect(phone.Page.Locator("[data-notification].unread")).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator("#content").GetByRole(AriaRole.Button, new() { Name = "Mark as read" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_tabs_of_a_browser_share_one_stream_and_another_takes_over()
    {
        var ada = await App.SignUpAsync();
        var desk = await VisitAsAsync(ada);
        await desk.OpenAsync("/profile/sessions");
        await WaitForStreamsAsync(1);
        var second = await desk.Page.Context.NewPageAsync();
        await second.GotoAsync("/profile/security");
        await WaitForLockAsync(second, "pending");

        OpenStreams.ShouldBe(1);
        await App.NotifyAsync(ada, ada, "First");
        await ShouldHaveUnreadAsync(desk.Page, "1");
        await ShouldHaveUnreadAsync(second, "1");

        await desk.Page.GotoAsync("about:blank");
        await App.NotifyAsync(ada, ada, "Second");
        await ShouldHaveUnreadAsync(second, "2");
        await WaitForStreamsAsync(1);
    }

    private static async Task WaitForLockAsync(IPage page, string state)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await page.EvaluateAsync<int>($"async () => (await navigator.locks.query()).{state}.length") == 1)
                return;
            await Task.Delay(50);
        }

        throw new TimeoutException($"No lock is {state}.");
    }

    private static Task ShouldHaveUnreadAsync(IPage page, string count) =>
        Expect(page.Locator("[data-bell-count]")).ToHaveTextAsync(count);

    private async Task WaitForStreamsAsync(int count)
    {
        for (var i = 0; i < 600 && OpenStreams != count; i++)
            await Task.Delay(50);
        OpenStreams.ShouldBe(count);
    }
}
