using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>What stands around every page.</summary>
public sealed class FrameTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync(company: "Vale Law");

    [Fact]
    public async Task Everybody_is_told_which_company_they_are_in_and_as_what()
    {
        var user = await App.JoinAsync(_owner);

        (await App.Browser(user).GetAsync("/profile")).ShouldSay("VL Vale Law User Switch company");
        (await App.Browser(_owner).GetAsync("/profile")).ShouldSay("VL Vale Law Super Admin Switch company");
    }

    [Fact]
    public async Task The_company_is_switched_at_the_top_of_any_page()
    {
        var other = await App.SignUpAsync(company: "Jones LLP");
        await App.WorksAlsoInAsync(_owner, other);
        var browser = App.Browser(_owner);

        var page = await browser.GetAsync("/profile/sessions");
        page = await browser.PostAsync("/profile/companies", page.Form("switch").Values, ("Sec-Fetch-Site", "same-origin"));

        page.ShouldBeAt("/home").ShouldSay("Switched to Jones LLP.").ShouldSay("JL Jones LLP");
    }

    [Theory]
    [InlineData("/settings/company/staff")]
    [InlineData("/settings/team")]
    [InlineData("/settings/members")]
    public async Task Addresses_that_people_guess_lead_to_the_staff(string url) =>
        (await App.Browser(_owner).GetAsync(url)).ShouldBeAt("/settings/staff");

    [Fact]
    public async Task A_page_that_is_not_there_keeps_the_navigation_for_who_is_signed_in()
    {
        var page = (await App.Browser(_owner).GetAsync("/no-such-page")).ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("Page not found");
        page.Links.ShouldContain(("Audit log", "/settings/audit-log"));

        page = (await App.Browser().GetAsync("/no-such-page")).ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("Page not found");
        page.Links.ShouldNotContain(("Audit log", "/settings/audit-log"));
    }

    [Fact]
    public async Task A_member_who_is_not_there_is_a_page_that_is_not_there()
    {
        var page = (await App.Browser(_owner).GetAsync($"/settings/staff/{_owner.CompanyId}")).ShouldBe(HttpStatusCode.NotFound);

        page.Heading.ShouldBe("Page not found");
        page.Links.ShouldContain(("Staff", "/settings/staff"));
    }

    [Fact]
    public async Task Who_may_not_see_a_page_is_told_what_to_do_and_keeps_the_navigation()
    {
        var user = await App.JoinAsync(_owner);

        var page = (await App.Browser(user).GetAsync("/settings/audit-log")).ShouldBe(HttpStatusCode.Forbidden);

        page.ShouldSay("ask an admin of your company").Links.ShouldContain(("Profile", "/profile"));
    }

    [Fact]
    public async Task A_session_that_has_to_do_something_first_is_offered_no_navigation()
    {
        var email = Journeys.NewEmail();
        var body = new
        {
            fullName = "Ben Ito",
            email,
            role = "user",
            password = "welcome to the firm 1",
        };
        (await App.Client(_owner.Token).PostAsync("companies/current/members", body)).ShouldBe(HttpStatusCode.Created);
        var browser = App.Browser();
        await browser.SubmitAsync("/sign-in", "sign-in", ("email", email), ("password", "welcome to the firm 1"));

        (await browser.GetAsync("/no-such-page")).ShouldBe(HttpStatusCode.NotFound).Links.ShouldNotContain(("Profile", "/profile"));
    }

    [Fact]
    public async Task Signing_out_says_so() =>
        (await App.Browser(_owner).SubmitAsync("/sign-out", "sign-out")).ShouldBeAt("/sign-in").ShouldSay("You've been signed out.");

    [Theory]
    [InlineData("/sign-in", "email")]
    [InlineData("/sign-up", "companyName")]
    [InlineData("/forgot-password", "email")]
    public async Task The_first_field_has_the_focus(string url, string field) =>
        FieldOf(await App.Browser().GetAsync(url), field).ShouldContain("autofocus");

    [Fact]
    public async Task The_code_has_the_focus_when_signing_in_takes_one()
    {
        var enrolled = await App.EnrolAsync(_owner);
        var browser = App.Browser();

        var page = await browser.SubmitAsync("/sign-in", "sign-in", ("email", enrolled.Person.Email), ("password", Person.Password));

        FieldOf(page, "code").ShouldContain("autofocus");
    }

    [Fact]
    public async Task A_page_below_an_area_shows_the_way_back()
    {
        var page = await App.Browser(_owner).GetAsync("/profile/security/password");

        page.ShouldSay("Security Change password");
        page.Html.ShouldContain("""<li aria-current="page">""");
        (await App.Browser(_owner).GetAsync("/profile/security")).Html.ShouldNotContain("aria-label=\"Breadcrumb\"");
    }

    [Fact]
    public async Task The_role_is_on_the_profile() =>
        (await App.Browser(_owner).GetAsync("/profile")).ShouldSay("Super Admin at Vale Law");

    [Fact]
    public async Task Help_offers_what_somebody_may_do()
    {
        var user = await App.JoinAsync(_owner);

        (await App.Browser(_owner).GetAsync("/help")).ShouldSay("How do I add someone?");
        (await App.Browser(user).GetAsync("/help")).ShouldSay("How do I get more access?").Text.ShouldNotContain("How do I add someone?");
    }

    private static string FieldOf(Page page, string name) =>
        page
            .Html.Split('<')
            .Single(tag =>
                tag.StartsWith("input", StringComparison.Ordinal) && tag.Contains($"name=\"{name}\"", StringComparison.Ordinal)
            );
}
