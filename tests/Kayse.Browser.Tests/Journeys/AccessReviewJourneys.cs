using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class AccessReviewJourneys : Journey
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_admin_reviews_who_has_access_and_downloads_the_report(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        var (ben, cleo, dan) = (await App.JoinAsync(owner, "admin"), await App.JoinAsync(owner), await App.JoinAsync(owner));
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync("/settings/access-reviews");
        await ada.TickAsync("Remind Super Admins every quarter");
        await ada.PressAsync("Save");
        await ada.ShouldSeeAsync("Super Admins will be reminded every quarter.");

        await ada.FollowAsync("Start review");
        await ada.FillAsync("Name (optional)", "Autumn");
        await ada.PressAsync("Start review");
        await ada.ShouldSeeHeadingAsync("Autumn");
        await ada.ShouldSeeAsync("0 of 4 reviewed");
        await RowOf(ada, cleo).GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await ada.ShouldSeeAsync("1 of 4 reviewed");
        await RowOf(ada, ben).GetByRole(AriaRole.Link, new() { Name = "Reduce" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Radio, new() { Name = "User" }).CheckAsync();
        await ada.FillAsync("Note (optional)", "No longer runs the office");
        await ada.PressAsync("Reduce access");
        await ada.ShouldSeeAsync("access was reduced.");
        await RowOf(ada, dan).GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await ada.PressAsync("Remove");
        await ada.ShouldSeeAsync("was removed.");
        await Expect(RowOf(ada, ben)).ToContainTextAsync("No longer runs the office");

        await ada.FollowAsync("Close review");
        await ada.TickAsync("Close it without 1 member who hasn’t been reviewed");
        await ada.PressAsync("Close review");
        await ada.ShouldSeeAsync("4 members: 1 kept, 1 reduced, 1 removed, 1 not reviewed.");
        var download = await ada.Page.RunAndWaitForDownloadAsync(() => ada.FollowAsync("PDF report of Autumn"));
        (await File.ReadAllBytesAsync(await download.PathAsync())).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    private static ILocator RowOf(Visitor visitor, Person person) =>
        visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = person.Email });
}
