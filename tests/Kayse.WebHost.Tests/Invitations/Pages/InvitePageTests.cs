using System.Net;
using Kayse.WebHost.Tests.Members.Pages;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>Inviting people, and adding them without a mail.</summary>
public sealed class InvitePageTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task Somebody_is_invited_with_all_that_can_be_given()
    {
        var scope = (
            await App.Client(_owner.Token)
                .PostAsync("companies/current/scopes", new { name = "Family law", caseTypes = new[] { "Divorce" } })
        ).At("id");
        var email = Journeys.NewEmail("invitee");

        var page = await _browser.SubmitAsync(
            "/settings/staff/invite",
            "invite",
            ("fullName", "Kofi Mensah"),
            ("email", email),
            ("jobTitle", "Paralegal"),
            ("phoneCountry", "GB"),
            ("phoneNumber", "020 7946 0018"),
            ("role", "user"),
            ("caseAccess", "assigned"),
            ("scopeIds", scope),
            ("permissions", "crm.access"),
            ("agentAccess", "assigned"),
            ("agentIds", "intake\r\nbilling")
        );

        page.ShouldBeAt("/settings/staff/invitations").ShouldSay($"Invitation sent to {email}.");
        var invitation = (await App.Client(_owner.Token).GetAsync("companies/current/invitations")).Json["items"]![0]!;
        invitation["phoneNumber"]!.GetValue<string>().ShouldBe("+442079460018");
        invitation["jobTitle"]!.GetValue<string>().ShouldBe("Paralegal");
        invitation["scopeIds"]!.AsArray().Count.ShouldBe(1);
        invitation["permissions"]!.AsArray().Count.ShouldBe(1);
        invitation["agentIds"]!.AsArray().Count.ShouldBe(2);
        var person = await App.AcceptAsync(email);
        (await _browser.GetAsync($"/settings/staff/{person.UserId}")).ShouldSay("Paralegal").ShouldSay("Family law");
    }

    [Fact]
    public async Task Scopes_that_were_ticked_before_another_role_was_chosen_do_not_count()
    {
        var scope = (
            await App.Client(_owner.Token)
                .PostAsync("companies/current/scopes", new { name = "Family law", caseTypes = new[] { "Divorce" } })
        ).At("id");

        (
            await _browser.SubmitAsync(
                "/settings/staff/invite",
                "invite",
                ("fullName", "Kofi Mensah"),
                ("email", Journeys.NewEmail()),
                ("role", "admin"),
                ("scopeIds", scope)
            )
        ).ShouldBeAt("/settings/staff/invitations");
    }

    [Fact]
    public async Task Making_a_Super_Admin_leads_to_a_step_up_when_the_last_one_is_over()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(15));

        var page = await _browser.SubmitAsync(
            "/settings/staff/invite",
            "invite",
            ("fullName", "Kofi Mensah"),
            ("email", Journeys.NewEmail()),
            ("role", "super_admin")
        );

        page.ShouldBeAt("/step-up?returnTo=%2Fsettings%2Fstaff%2Finvite");
    }

    [Fact]
    public async Task Who_administers_another_company_is_added_at_once()
    {
        var other = await App.SignUpAsync(company: "Another Firm");
        await App.WorksAlsoInAsync(_owner, other);

        (
            await _browser.SubmitAsync(
                "/settings/staff/invite",
                "invite",
                ("fullName", "Ada Vale"),
                ("email", other.Email),
                ("role", "user")
            )
        )
            .ShouldBeAt($"/settings/staff/{other.UserId}")
            .ShouldSay("they were added immediately");
    }

    [Theory]
    [InlineData("fullName", "", "fullName")]
    [InlineData("email", "nobody", "email")]
    [InlineData("phoneNumber", "12", "phoneNumber")]
    [InlineData("role", "", "role")]
    [InlineData("role", "boss", "role")]
    public async Task What_is_wrong_is_said_at_the_field(string field, string value, string at)
    {
        (string Name, string Value)[] typed =
        [
            ("fullName", "Kofi Mensah"),
            ("email", Journeys.NewEmail()),
            ("phoneNumber", ""),
            ("role", "user"),
        ];

        var page = await _browser.SubmitAsync(
            "/settings/staff/invite",
            "invite",
            [.. typed.Where(entry => entry.Name != field), (field, value)]
        );

        ((int)page.Status).ShouldBeInRange(400, 422);
        page.ErrorOf(at).ShouldNotBeEmpty();
        if (field != "fullName")
            page.Form("invite")["fullName"].ShouldBe("Kofi Mensah");
    }

    [Fact]
    public async Task Who_is_a_member_or_invited_already_is_not_invited_again()
    {
        var email = Journeys.NewEmail();
        await App.InviteAsync(_owner, email);

        (await _browser.SubmitAsync("/settings/staff/invite", "invite", ("fullName", "Kofi Mensah"), ("email", email), ("role", "user")))
            .ShouldBe(HttpStatusCode.Conflict)
            .ErrorOf("email")
            .ShouldContain("already been invited");
        (
            await _browser.SubmitAsync(
                "/settings/staff/invite",
                "invite",
                ("fullName", "Kofi Mensah"),
                ("email", _owner.Email),
                ("role", "user")
            )
        )
            .ShouldBe(HttpStatusCode.Conflict)
            .ErrorOf("email")
            .ShouldContain("already a member");
    }

    [Fact]
    public async Task Nobody_is_offered_a_role_above_their_own()
    {
        var inviter = App.Browser(await App.JoinAsync(_owner, "user", "members.invite"));

        (await inviter.GetAsync("/settings/staff/invite")).Html.ShouldNotContain("value=\"admin\"");
        (
            await inviter.SubmitAsync(
                "/settings/staff/invite",
                "invite",
                ("fullName", "Kofi Mensah"),
                ("email", Journeys.NewEmail()),
                ("role", "admin")
            )
        ).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_is_added_without_a_mail()
    {
        var email = Journeys.NewEmail();
        (string, string)[] typed = [("fullName", "Kofi Mensah"), ("email", email), ("role", "user"), ("jobTitle", "Receptionist")];

        (await _browser.SubmitAsync("/settings/staff/add", "add", [.. typed, ("password", "short")]))
            .ShouldBe(HttpStatusCode.UnprocessableEntity)
            .ErrorOf("password")
            .ShouldNotBeEmpty();
        var page = await _browser.SubmitAsync("/settings/staff/add", "add", [.. typed, ("password", StaffJourneys.AnotherPassword)]);

        page.ShouldSay("Kofi Mensah added.").ShouldSay("Receptionist");
        page.Html.ShouldNotContain(StaffJourneys.AnotherPassword);
        await App.SignInAsync(email, StaffJourneys.AnotherPassword);
        App.Mails(email).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_an_account_is_not_added_without_being_asked()
    {
        var other = await App.SignUpAsync(company: "Another Firm");

        (
            await _browser.SubmitAsync(
                "/settings/staff/add",
                "add",
                ("fullName", "Ada Vale"),
                ("email", other.Email),
                ("role", "user"),
                ("password", StaffJourneys.AnotherPassword)
            )
        )
            .ShouldBe(HttpStatusCode.Conflict)
            .Notices.ShouldHaveSingleItem()
            .ShouldContain("Send an invitation instead");
    }
}
