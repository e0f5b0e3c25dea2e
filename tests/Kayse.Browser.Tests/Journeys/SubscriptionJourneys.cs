using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>From an email to the switch that turns its kind off.</summary>
public sealed partial class SubscriptionJourneys : Journey
{
    [Fact]
    public async Task The_link_in_an_email_turns_its_kind_off_and_that_is_undone()
    {
        var ada = await App.SignUpAsync();
        var key = await App.Client(ada.Token).PostAsync("me/api-keys", new { name = "Cases", permissions = new[] { "write" } });
        await App.NotifyAsync(ada with { Token = key.At("key") }, ada, "File the motion", "task_due");
        var mail = await App.MailAsync(ada.Email, "Subject: File the motion");

        var reader = await VisitAsync();
        await reader.OpenAsync(Link().Match(mail).Groups[1].Value);
        await reader.ShouldSeeHeadingAsync("Email subscriptions");
        (await GetsNotificationsAsync(ada)).ShouldBeTrue("opening the link changes nothing");
        await reader.Page.GetByLabel("Notifications", new() { Exact = true }).UncheckAsync();
        await reader.PressAsync("Save");
        await reader.ShouldSeeAsync("Your choice was saved.");
        (await GetsNotificationsAsync(ada)).ShouldBeFalse();

        await reader.PressAsync("Undo");
        await reader.ShouldSeeAsync("Your choice was undone.");
        (await GetsNotificationsAsync(ada)).ShouldBeTrue();
    }

    private async Task<bool> GetsNotificationsAsync(Person person) =>
        (await App.Client(person.Token).GetAsync("me/subscriptions")).Json["notifications"]!.GetValue<bool>();

    [GeneratedRegex("https?://[^/\\s]+(/email-subscriptions/[A-Za-z0-9._-]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
