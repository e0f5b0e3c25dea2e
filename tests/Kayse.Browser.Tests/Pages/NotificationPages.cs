using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

public sealed class NotificationPages(Firm firm) : PageTests(firm)
{
    private string _event = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await NotifyAsync("campaign_update", "“Spring intake” has reached 500 people", priority: "low");
        await NotifyAsync("document_uploaded", "Signed retainer agreement uploaded", "retainer-2026.pdf, 3 pages");
        await NotifyAsync(
            "negative_sentiment",
            "Mr Dunn sounds unhappy about the delay",
            "He asked twice when he will hear from us, and wants to speak to a partner.",
            "high"
        );
        _event = await NotifyAsync("task_due", "File the motion in Hart v. Lowell", "Due at 17:00");
    }

    [Fact]
    public Task Notifications() => CheckAsync("/notifications");

    [Fact]
    public Task Why_it_came() => CheckAsync($"/notifications/why?eventId={_event}");

    [Fact]
    public Task Notification_settings() =>
        CheckAsync(
            "/profile/notifications",
            async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Try with the last 7 days" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "With these settings" })).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Menu_of_notifications() =>
        CheckAsync(
            "/profile/sessions",
            async page =>
            {
                await page.Locator(".bell summary").ClickAsync();
                await Expect(page.Locator("[data-bell-items] li").First).ToBeVisibleAsync();
            }
        );

    private Task<string> NotifyAsync(string type, string title, string? body = null, string? priority = null) =>
        Firm.App.NotifyAsync(Firm.Owner, Firm.Owner, title, type, body, priority);
}
