using System.Globalization;
using System.Net;
using Kayse.Grains.BusinessHours;
using Kayse.WebHost.Notifications.Settings;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>Quiet hours that suit a company's business hours (CO-4), offered to who has chosen none.</summary>
public sealed class SuggestedQuietHoursTests(SharedApp shared) : AppTests(shared)
{
    [Theory]
    [InlineData("09:00-17:30", "Europe/Berlin", "17:30-09:00")]
    [InlineData("09:00-12:00 13:00-17:30", "Europe/London", "16:30-08:00")]
    [InlineData("09:00-17:30", "Asia/Kolkata", "22:00-13:30")]
    [InlineData("20:00-04:00", "Europe/Berlin", "04:00-20:00")]
    [InlineData("09:00-08:00 20:00-22:00", "Europe/Berlin", "08:00-09:00")]
    [InlineData("00:00-24:00", "Europe/Berlin", null)]
    [InlineData("", "Europe/Berlin", null)]
    public void They_last_from_the_last_closing_to_the_first_opening(string hours, string zone, string? expected)
    {
        OpeningInterval[] day = [.. hours.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Interval)];
        var schedule = new BusinessSchedule("Europe/Berlin", [day, day, [], [], [], [], []], []);

        var quiet = SuggestedQuietHours.Of(schedule, zone, new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

        (quiet is null ? null : string.Create(CultureInfo.InvariantCulture, $"{quiet.Start:HH\\:mm}-{quiet.End:HH\\:mm}")).ShouldBe(
            expected
        );
        quiet?.Enabled.ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_finds_them_until_they_choose_their_own()
    {
        var owner = await App.SignUpAsync();
        var (client, browser) = (App.Client(owner.Token), App.Browser(owner));
        (await client.GetAsync("me/notification-settings")).Json["suggestedQuietHours"].ShouldBeNull();
        var week = new { mon = new[] { new { open = "08:00", close = "18:15" } } };
        var hours = new
        {
            timeZone = "Etc/UTC",
            weekly = week,
            exceptions = Array.Empty<object>(),
        };
        (await client.SendAsync(HttpMethod.Put, "companies/current/business-hours", hours)).ShouldBe(HttpStatusCode.OK);

        var settings = (await client.GetAsync("me/notification-settings")).ShouldBe(HttpStatusCode.OK);
        (settings.At("suggestedQuietHours.start"), settings.At("suggestedQuietHours.end")).ShouldBe(("18:15", "08:00"));
        settings.At("quietHours.start").ShouldBe("22:00");
        settings.Json["quietHours"]!["enabled"]!.GetValue<bool>().ShouldBeFalse();

        await browser.SubmitAsync("/profile/notifications", "settings", ("quietHours.enabled", "on"));
        var chosen = await client.GetAsync("me/notification-settings");
        (chosen.At("quietHours.start"), chosen.At("quietHours.end")).ShouldBe(("18:15", "08:00"));

        await browser.SubmitAsync("/profile/notifications", "settings", ("quietHours.start", "21:00"));
        (await client.GetAsync("me/notification-settings")).At("quietHours.start").ShouldBe("21:00");
    }

    private static OpeningInterval Interval(string text) =>
        text.Split('-') is [var open, var close] ? new(Minutes(open), Minutes(close)) : throw new FormatException(text);

    private static int Minutes(string time) =>
        (int.Parse(time.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(time.AsSpan(3, 2), CultureInfo.InvariantCulture);
}
