using System.Net;
using Kayse.WebHost.Notifications.Pages;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications.Pages;

/// <summary>The page of the notification settings without JavaScript.</summary>
public sealed class NotificationSettingsPageTests(NotificationScene scene) : IClassFixture<NotificationScene>
{
    private const string Url = "/profile/notifications";

    [Fact]
    public async Task Settings_are_saved_and_shown_again()
    {
        var ben = await scene.MemberAsync();
        var browser = scene.App.Browser(ben);
        var page = (await browser.GetAsync(Url)).ShouldSay("Digests are off");
        page.Form("settings")["task_due.Email"].ShouldBe("on");
        page.Form("settings")["new_message.Email"].ShouldBeNull();

        page = await browser.SubmitAsync(
            page,
            "settings",
            ("new_message.Email", "on"),
            ("digest.mode", "daily"),
            ("digest.hour", "9"),
            ("quietHours.enabled", "on"),
            ("quietHours.days", "saturday"),
            ("filters.caseTypes", "divorce\r\ncustody")
        );

        page.ShouldBeAt(Url).ShouldSay("Notification settings saved.").ShouldSay("09:00 UTC; nothing waiting");
        var form = page.Form("settings");
        form["new_message.Email"].ShouldBe("on");
        form["quietHours.days"].ShouldBe("saturday");
        form["filters.caseTypes"].ShouldBe("divorce\ncustody");
        (await browser.GetAsync($"{Url}/digest")).ShouldSay("If nothing happens until then, no email is sent.");
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_at_its_field()
    {
        var browser = scene.App.Browser(await scene.MemberAsync());

        var page = (
            await browser.SubmitAsync(
                Url,
                "settings",
                ("quietHours.enabled", "on"),
                ("quietHours.start", "late"),
                ("quietHours.end", "07:00")
            )
        ).ShouldBe(HttpStatusCode.BadRequest);

        page.ErrorOf("quietHours.start").ShouldBe("This must be a time such as 22:00.");
        page.Form("settings")["quietHours.enabled"].ShouldBe("on", "what was typed is kept");
    }

    [Fact]
    public async Task Settings_can_be_tried_before_they_are_saved()
    {
        var ben = await scene.MemberAsync();
        await scene.NotifyAsync(ben, "One", "Two");
        var browser = scene.App.Browser(ben);

        var page = await browser.SubmitAsync(Url, "settings", ("act", "try"), ("digest.mode", "hourly"));

        page.ShouldBe(HttpStatusCode.OK).ShouldSay("In app 2 events").ShouldSay("Nothing is saved yet.");
        page.Form("settings")["digest.mode"].ShouldBe("hourly");
        (await browser.GetAsync(Url)).ShouldSay("Digests are off");
    }

    [Fact]
    public async Task Notifications_are_snoozed_by_a_button()
    {
        var browser = scene.App.Browser(await scene.MemberAsync());

        (await browser.SubmitAsync(Url, "snooze", ("duration", "UntilTomorrow")))
            .ShouldSay("Notifications snoozed.")
            .ShouldSay("Email and push are quiet until")
            .ShouldSay("08:00 UTC");
        (await browser.SubmitAsync(Url, "snooze", ("duration", "Off"))).ShouldSay("Snooze ended.");
    }

    [Fact]
    public async Task Emails_are_turned_off_and_consent_to_marketing_is_given_and_withdrawn()
    {
        var ben = await scene.MemberAsync();
        var browser = scene.App.Browser(ben);
        var page = await browser.GetAsync(Url);
        page.Text.ShouldNotContain("You agreed to offers");
        page.Form("emails")["updates"].ShouldBe("on");
        page.Form("emails")["marketing"].ShouldBeNull();

        page = (await browser.SubmitAsync(page, "emails", ("updates", ""), ("marketing", "on"))).ShouldSay("Email settings saved.");

        page.Form("emails")["updates"].ShouldBeNull();
        page.Form("emails")["notifications"].ShouldBe("on");
        page.ShouldSay("You agreed to offers and events on").ShouldSay("on this page.");
        var mine = await scene.App.Client(ben.Token).GetAsync("me/subscriptions");
        (mine.Json["updates"]!.GetValue<bool>(), mine.At("marketingConsent.source")).ShouldBe((false, "profile"));

        (await browser.SubmitAsync(page, "emails", ("marketing", ""))).ShouldSay("on this page, and withdrew your consent on");
    }

    [Fact]
    public async Task Who_has_no_device_is_led_to_where_one_is_set_up()
    {
        var browser = scene.App.Browser(await scene.MemberAsync());

        var page = await browser.SubmitAsync(Url, "settings", ("task_due.Push", "on"));

        page.ShouldSay("Push is off for what you chose: You have no device set up for push. Set up a device");
        page.Html.ShouldContain("href=\"/profile/devices\"");
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told()
    {
        var browser = scene.App.Browser(await scene.MemberAsync());
        var stale = await browser.GetAsync(Url);
        await browser.SubmitAsync(Url, "settings", ("messages", "none"));

        (await browser.SubmitAsync(stale, "settings", ("digest.mode", "daily")))
            .ShouldBe(HttpStatusCode.PreconditionFailed)
            .ShouldSay("Messages is now “none”");
    }

    [Theory]
    [InlineData("2026-07-06T12:00:00Z", "America/New_York", "Mon 08:00 EDT")]
    [InlineData("2026-12-07T13:00:00Z", "America/New_York", "Mon 08:00 EST")]
    [InlineData("2026-07-06T07:00:00Z", "Europe/London", "Mon 08:00 BST")]
    [InlineData("2026-07-06T05:00:00Z", "Europe/Istanbul", "Mon 08:00 UTC+03:00")]
    [InlineData("2026-07-06T08:00:00Z", "UTC", "Mon 08:00 UTC")]
    [InlineData("2026-07-06T08:00:00Z", "Nowhere/Land", "Mon 08:00 UTC")]
    public void A_moment_is_said_as_people_there_say_it(string at, string zone, string words) =>
        DigestWords.Moment(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), zone).ShouldBe(words);
}
