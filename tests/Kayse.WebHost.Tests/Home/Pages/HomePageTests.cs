using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Home.Pages;

/// <summary>Where everybody starts: what they can do, and what waits for them.</summary>
public sealed class HomePageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/home";
    private const string Checklist = "Set up your company";

    [Fact]
    public async Task A_new_admin_is_shown_what_to_set_up_and_what_is_done_of_it()
    {
        var owner = await App.SignUpUnverifiedAsync();
        var browser = App.Browser(owner);

        var page = (await browser.GetAsync("/")).ShouldBeAt(Url).ShouldSay(Checklist).ShouldSay("0 of 4 done");
        page.Links.ShouldContain(("Verify your email address", "/verify-email"));
        page.Links.ShouldContain(("Turn on two-factor authentication", "/profile/security/two-factor"));

        await App.VerifyAsync(owner.Email);
        page = (await browser.GetAsync(Url)).ShouldSay("1 of 4 done");
        page.Links.ShouldNotContain(("Verify your email address", "/verify-email"));
    }

    [Fact]
    public async Task The_checklist_is_dismissed_for_good_by_the_person_alone()
    {
        var owner = await App.SignUpAsync();
        var admin = await App.JoinAsync(owner, "admin");

        var page = await App.Browser(owner).SubmitAsync(Url, "dismiss");

        page.ShouldBeAt(Url).ShouldSay("Checklist dismissed.");
        (await App.Browser(owner).GetAsync(Url)).Text.ShouldNotContain(Checklist);
        (await App.Browser(admin).GetAsync(Url)).ShouldSay(Checklist);
    }

    [Fact]
    public async Task The_checklist_goes_when_everything_is_done()
    {
        var owner = (await App.EnrolAsync(await App.SignUpAsync())).Person;
        var client = App.Client(owner.Token);
        await App.InviteAsync(owner, Journeys.NewEmail());
        (await App.Browser(owner).GetAsync(Url)).ShouldSay("3 of 4 done");

        var policy = new
        {
            twoFactorRequired = false,
            twoFactorGraceDays = 14,
            rememberMeAllowed = true,
            trustedDevicesAllowed = true,
            invitedEmailDomains = Array.Empty<string>(),
        };
        (await client.SendAsync(HttpMethod.Put, "companies/current/security-policy", policy)).ShouldBe(HttpStatusCode.OK);

        (await App.Browser(owner).GetAsync(Url)).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(Checklist);
    }

    [Fact]
    public async Task An_admin_sees_pending_invitations_and_recent_sign_ins()
    {
        var owner = await App.SignUpAsync();
        var email = Journeys.NewEmail("invited");
        await App.InviteAsync(owner, email);

        (await App.Browser(owner).GetAsync(Url)).ShouldSay("Pending invitations 1").ShouldSay(email).ShouldSay("Recent sign-ins");
    }

    [Fact]
    public async Task A_User_sees_their_role_their_permissions_and_their_security_and_nothing_of_others()
    {
        var owner = await App.SignUpAsync();
        var user = await App.JoinAsync(owner, "user", "crm.access");

        var page = (await App.Browser(user).GetAsync("/")).ShouldBeAt(Url);

        page.ShouldSay("Role User")
            .ShouldSay("Cases All case types")
            .ShouldSay("Use the CRM")
            .ShouldSay("Two-factor authentication Off")
            .ShouldSay("1 active session");
        page.Text.ShouldNotContain(Checklist);
        page.Text.ShouldNotContain("Recent sign-ins");
        page.Text.ShouldNotContain("Pending invitations");
    }
}
