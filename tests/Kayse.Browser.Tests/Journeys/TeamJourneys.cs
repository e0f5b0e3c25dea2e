using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed partial class TeamJourneys : Journey
{
    private const string Ben = "ben@ito.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_an_empty_product_to_a_colleague_whose_role_changes_and_who_is_signed_out(bool javaScript)
    {
        var options = new VisitorOptions { JavaScript = javaScript };
        var ada = await VisitAsync(options);
        await SignUpAsync(ada);
        await InviteAsync(ada);

        var ben = await VisitAsync(options);
        await AcceptAsync(ben, javaScript);
        await Expect(AreaOf(ben, "Audit log")).ToHaveCountAsync(0);

        await PromoteAsync(ada);
        await ben.FollowAsync("Staff");
        await Expect(AreaOf(ben, "Audit log")).ToBeVisibleAsync();
        await App.MailAsync(Ben, "Your role at Vale Law is now Admin");

        await ada.FollowAsync("Sign out");
        await ada.PressAsync("Sign out");
        await ada.ShouldSeeAsync("Ben Ito was signed out.");
        await ben.FollowAsync("Staff");
        await ben.ShouldSeeHeadingAsync("Sign in");
        await ben.ShouldSeeAsync("Your session has ended. Sign in again.");
    }

    [Fact]
    public async Task A_newcomer_follows_the_link_of_an_invitation_on_the_page_with_the_mail()
    {
        var ada = await VisitAsync();
        await SignUpAsync(ada);
        await InviteAsync(ada);
        await App.MailedTokenAsync(Ben);

        var ben = await VisitAsync();
        await ben.OpenAsync("/sign-in");
        await ben.FollowAsync("view sent mail");
        await ben.Page.GetByRole(AriaRole.Link, new() { NameRegex = InvitationLink() }).First.ClickAsync();

        await ben.ShouldSeeHeadingAsync("Join Vale Law");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_invites_many_and_says_what_became_of_each_row(bool javaScript)
    {
        var owner = await App.SignUpAsync();
        var ada = await VisitAsAsync(owner, new VisitorOptions { JavaScript = javaScript });
        await ada.OpenAsync("/settings/staff");
        await ada.FollowAsync("Bulk invite");
        await ada
            .Page.GetByLabel("CSV file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "staff.csv",
                    MimeType = "text/csv",
                    Buffer = Rows(),
                }
            );
        await ada.PressAsync("Preview");
        await ada.ShouldSeeAsync("2 ready to send, 1 not valid.");
        await ada.PressAsync("Send 2 invitations");

        await ada.ShouldSeeAsync("2 invited, 1 not valid.");
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

    private async Task SignUpAsync(Visitor ada)
    {
        await ada.OpenAsync("/");
        await ada.ShouldSeeHeadingAsync("Welcome to Kayse");
        await ada.FillAsync("Company name", "Vale Law");
        await ada.FillAsync("Your name", "Ada Vale");
        await ada.FillAsync("Email address", "ada@vale.example");
        await ada.FillAsync("Password", Person.Password);
        await ada.PressAsync("Create company");
        await ada.ShouldSeeAsync("Company Vale Law created.");
        await ada.ShouldSeeHeadingAsync("Verify your email address");
        await ada.FillAsync("Code", await App.MailedCodeAsync("ada@vale.example"));
        await ada.PressAsync("Verify");
        await ada.ShouldSeeHeadingAsync("Home");
    }

    private static async Task InviteAsync(Visitor ada)
    {
        await ada.FollowAsync("Invite");
        await ada.FillAsync("Full name", "Ben Ito");
        await ada.FillAsync("Email address", Ben);
        await ada.TickAsync("See staff");
        await ada.PressAsync("Send invitation");
        await ada.ShouldSeeAsync($"Invitation sent to {Ben}.");
    }

    private async Task AcceptAsync(Visitor ben, bool javaScript)
    {
        var link = $"/invitations/accept#token={await App.MailedTokenAsync(Ben)}";
        await ben.OpenAsync(link);
        if (!javaScript)
        {
            await ben.FillAsync("Link from the email", $"{App.Address}{link[1..]}");
            await ben.PressAsync("Continue");
        }

        await ben.ShouldSeeHeadingAsync("Join Vale Law");
        await ben.FillAsync("Choose a password", Person.Password);
        await ben.PressAsync("Accept and join");
        await ben.ShouldSeeAsync("Welcome to Vale Law.");
    }

    private static async Task PromoteAsync(Visitor ada)
    {
        await ada.OpenAsync("/settings/staff");
        await ada.FollowAsync("Ben Ito");
        await ada.FollowAsync("Edit");
        await ada.Page.GetByRole(AriaRole.Radio, new() { NameRegex = AdminRole() }).CheckAsync();
        await ada.PressAsync("Save changes");
        await ada.ShouldSeeAsync("Changes to Ben Ito saved.");
    }

    private static ILocator AreaOf(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Areas" }).GetByRole(AriaRole.Link, new() { Name = name });

    private static byte[] Rows() =>
        System.Text.Encoding.UTF8.GetBytes(
            """
            Email,Full name,Role
            dan@wu.example,Dan Wu,user
            eve@lee.example,Eve Lee,admin
            not an address,Finn Roe,user
            """
        );

    [GeneratedRegex("invitations.accept#token")]
    private static partial Regex InvitationLink();

    [GeneratedRegex("^4 not an address")]
    private static partial Regex RefusedRow();

    [GeneratedRegex("^Admin")]
    private static partial Regex AdminRole();
}
