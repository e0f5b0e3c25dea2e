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
}
