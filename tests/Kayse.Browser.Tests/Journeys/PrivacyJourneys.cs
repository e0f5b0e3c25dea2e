using System.IO.Compression;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class PrivacyJourneys : Journey
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_asks_for_their_data_confirms_who_they_are_and_downloads_it(bool javaScript)
    {
        var ada = await App.SignUpAsync();
        var visitor = await VisitAsync(new VisitorOptions { JavaScript = javaScript });
        await visitor.SignInAsync(ada.Email);
        App.Clock.Advance(TimeSpan.FromMinutes(16));

        await visitor.FollowAsync("Privacy");
        await visitor.FollowAsync("Request data export");
        await visitor.FillAsync("Password", Person.Password);
        await visitor.PressAsync("Confirm");
        await visitor.PressAsync("Request data export");
        await visitor.ShouldSeeAsync("Data export requested.");
        // With JavaScript the page follows by itself.
        if (!javaScript)
            await App.MailAsync(ada.Email, "Your data export is ready");
        if (!javaScript)
            await visitor.Page.ReloadAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.FollowAsync("Download ZIP file"));

        using var archive = await ZipFile.OpenReadAsync(await download.PathAsync());
        archive.Entries.Select(entry => entry.FullName).ShouldContain("profile.json");
    }

    [Fact]
    public async Task Who_asks_to_be_deleted_confirms_it_by_their_name_and_can_take_it_back()
    {
        var owner = await App.SignUpAsync();
        var ben = await App.JoinAsync(owner);
        var visitor = await VisitAsync();
        await visitor.SignInAsync(ben.Email);

        await visitor.FollowAsync("Privacy");
        await visitor.FollowAsync("Delete account");
        var confirm = visitor.Page.Locator("[name=confirmName]");
        visitor.Expect("400 (Bad Request)");
        await confirm.FillAsync("Somebody Else");
        await visitor.PressAsync("Delete my account");
        await visitor.ShouldSeeAsync("exactly as shown.");
        await confirm.FillAsync(await NameToTypeAsync(visitor));
        await visitor.PressAsync("Delete my account");
        await visitor.ShouldSeeAsync("You asked for your account to be deleted");
        await App.MailAsync(owner.Email, "asked for their account to be deleted");

        await visitor.PressAsync("Keep my account");
        await visitor.ShouldSeeAsync("You’re keeping your account.");
        await App.MailAsync(owner.Email, "is keeping their account");
    }

    private static async Task<string> NameToTypeAsync(Visitor visitor) =>
        (await visitor.Page.GetByText("to confirm").First.InnerTextAsync()).Split('“', '”')[1];
}
