using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed partial class TeamJourneys : Journey
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_invites_many_and_says_what_became_of_each_row(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync("/settings/staff");
        await ada.FollowAsync("Invite many");
        await ada.Page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "staff.csv", MimeType = "text/csv", Buffer = Rows() });
        await ada.PressAsync("Invite them");

        await ada.ShouldSeeAsync("2 invited, 1 refused.");
        await Expect(ada.Page.GetByRole(AriaRole.Row, new() { NameRegex = RefusedRow() })).ToBeVisibleAsync();
        await ada.OpenAsync("/settings/staff/invitations");
        await ada.ShouldSeeAsync("dan@wu.example");
        await ada.ShouldSeeAsync("eve@lee.example");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staff_are_found_by_a_part_of_their_name(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        await App.JoinAsync(owner);
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync("/settings/staff");

        await ada.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("ito");
        if (!javaScript)
            await ada.PressAsync("Filter");

        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "Ada Vale" })).ToHaveCountAsync(0);
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "Ben Ito" })).ToBeVisibleAsync();
    }

    private static byte[] Rows() => System.Text.Encoding.UTF8.GetBytes("""
        Email,Full name,Role
        dan@wu.example,Dan Wu,user
        eve@lee.example,Eve Lee,admin
        not an address,Finn Roe,user
        """);

    [GeneratedRegex("^4 not an address")]
    private static partial Regex RefusedRow();
}
