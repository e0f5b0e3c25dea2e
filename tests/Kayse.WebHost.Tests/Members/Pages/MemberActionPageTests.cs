using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members.Pages;

/// <summary>What can be done to a member, by the forms of its pages.</summary>
public sealed class MemberActionPageTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private Person _member = null!;
    private PageClient _browser = null!;

    private string Home => $"/settings/staff/{_member.UserId}";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _member = await App.JoinAsync(_owner);
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task A_member_is_edited()
    {
        var scope = (
            await App.Client(_owner.Token)
                .PostAsync("companies/current/scopes", new { name = "Family law", caseTypes = new[] { "Divorce" } })
        ).At("id");

        (
            await _browser.SubmitAsync(
                $"{Home}/edit",
                "edit",
                ("fullName", "Benjamin Ito"),
                ("jobTitle", "Associate"),
                ("caseAccess", "assigned"),
                ("scopeIds", scope),
                ("permissions", "crm.access"),
                ("permissions", "members.read")
            )
        )
            .ShouldBeAt(Home)
            .ShouldSay("Changes to Benjamin Ito saved.")
            .ShouldSay("Family law")
            .ShouldSay("Use the CRM");

        var member = await App.MemberAsync(_owner, _member.UserId);
        member.At("fullName").ShouldBe("Benjamin Ito");
        member.At("jobTitle").ShouldBe("Associate");
        member.Json["permissions"]!.AsArray().Select(node => node!.GetValue<string>()).ShouldBe(["members.read", "crm.access"]);
        member.Json["scopeIds"]!.AsArray().Select(node => node!.GetValue<string>()).ShouldBe([scope]);

        // Boxes that nobody touched stay ticked, those that were unticked don't come back.
        var form = (await _browser.GetAsync($"{Home}/edit")).Form("edit");
        form.Values.ShouldContain(("scopeIds", scope));
        form.Values.ShouldContain(("permissions", "crm.access"));
        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("role", "admin"))).ShouldBeAt(Home);
        member = await App.MemberAsync(_owner, _member.UserId);
        member.At("role").ShouldBe("admin");
        member.Json["scopeIds"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_is_refused_at_its_fields_and_what_was_typed_stays()
    {
        var page = (await _browser.SubmitAsync($"{Home}/edit", "edit", ("fullName", " "), ("jobTitle", "Associate"))).ShouldBe(
            HttpStatusCode.BadRequest
        );

        page.ErrorOf("fullName").ShouldNotBeEmpty();
        page.Form("edit")["jobTitle"].ShouldBe("Associate");
    }

    [Fact]
    public async Task An_edit_of_what_others_have_changed_meanwhile_is_refused_once()
    {
        var page = await _browser.GetAsync($"{Home}/edit");
        (await App.Client(_owner.Token).PatchAsync($"companies/current/members/{_member.UserId}", new { jobTitle = "Partner" })).ShouldBe(
            HttpStatusCode.OK
        );

        var refused = (await _browser.SubmitAsync(page, "edit", ("jobTitle", "Associate"))).ShouldBe(HttpStatusCode.PreconditionFailed);
        refused.ShouldSay("Job title is now “Partner”");
        refused.Form("edit")["jobTitle"].ShouldBe("Associate");

        (await _browser.SubmitAsync(refused, "edit")).ShouldBeAt(Home).ShouldSay("Associate");
    }

    [Fact]
    public async Task Nobody_gives_themselves_anything()
    {
        (await _browser.GetAsync($"/settings/staff/{_owner.UserId}/edit")).Form("edit").Names.ShouldNotContain("role");

        var admin = App.Browser(await App.JoinAsync(_owner, "admin"));
        (await admin.SubmitAsync($"{Home}/edit", "edit", ("role", "super_admin")))
            .ShouldBe(HttpStatusCode.Forbidden)
            .Notices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_member_is_deactivated_and_reactivated()
    {
        (await _browser.SubmitAsync($"{Home}/deactivate", "deactivate"))
            .ShouldBeAt(Home)
            .ShouldSay("Ben Ito was deactivated.")
            .ShouldSay("Reactivate");
        (await App.Client(_member.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");

        (await _browser.SubmitAsync($"{Home}/reactivate", "reactivate")).ShouldBeAt(Home).ShouldSay("Ben Ito was reactivated.");
        await App.SignInAsync(_member.Email);
    }

    [Fact]
    public async Task A_member_is_removed()
    {
        (await _browser.SubmitAsync($"{Home}/remove", "remove", ("confirmName", " ben ito")))
            .ShouldBeAt("/settings/staff")
            .ShouldSay("Ben Ito was removed.");

        (await App.MemberAsync(_owner, _member.UserId)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await _browser.GetAsync(Home)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("delete-account")]
    [InlineData("ownership")]
    public async Task What_can_not_be_undone_asks_for_the_name_and_who_does_it(string act)
    {
        foreach (var typed in new[] { "", "Ben", "Ada Vale" })
            (await _browser.SubmitAsync($"{Home}/{act}", act, ("confirmName", typed)))
                .ShouldBe(HttpStatusCode.BadRequest)
                .ErrorOf("confirmName")
                .ShouldStartWith("Type Ben Ito");
        (await App.Client(_member.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);

        App.Clock.Advance(TimeSpan.FromMinutes(16));
        (await _browser.SendOnceAsync(HttpMethod.Get, $"{Home}/{act}")).Location.ShouldNotBeNull().ShouldStartWith("/step-up?returnTo=");
    }

    [Fact]
    public async Task A_member_is_signed_out()
    {
        (await _browser.SubmitAsync($"{Home}/sign-out", "sign-out-member"))
            .ShouldBeAt(Home)
            .ShouldSay("Ben Ito was signed out.")
            .ShouldSay("Not signed in at the moment.");

        (await App.Client(_member.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task A_member_gets_a_password()
    {
        (await _browser.SubmitAsync($"{Home}/password", "password", ("newPassword", "short")))
            .ShouldBe(HttpStatusCode.UnprocessableEntity)
            .ErrorOf("newPassword")
            .ShouldNotBeEmpty();

        (await _browser.SubmitAsync($"{Home}/password", "password", ("newPassword", StaffJourneys.AnotherPassword)))
            .ShouldBeAt(Home)
            .ShouldSay("Password set for Ben Ito.");
        await App.SignInAsync(_member.Email, StaffJourneys.AnotherPassword);
    }

    [Fact]
    public async Task A_member_gets_a_reset_link()
    {
        (await _browser.SubmitAsync($"{Home}/password-reset", "password-reset"))
            .ShouldBeAt(Home)
            .ShouldSay($"Reset link sent to {_member.Email}.");

        (await App.MailedTokenAsync(_member.Email)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Ownership_changes_hands()
    {
        (await _browser.SubmitAsync($"{Home}/ownership", "ownership", ("confirmName", "Ben Ito")))
            .ShouldBeAt(Home)
            .ShouldSay("Ben Ito is now Super Admin.");

        (await App.MemberAsync(_owner, _member.UserId)).At("role").ShouldBe("super_admin");
        (await App.MemberAsync(_owner, _owner.UserId)).At("role").ShouldBe("admin");
    }

    [Fact]
    public async Task An_account_is_deleted()
    {
        (await _browser.SubmitAsync($"{Home}/delete-account", "delete-account", ("confirmName", "Ben Ito")))
            .ShouldBeAt("/settings/staff")
            .ShouldSay("The account of Ben Ito was deleted.");

        (await App.Client().PostAsync("auth/sign-in", new { email = _member.Email, password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
    }

    [Theory]
    [InlineData("deactivate", HttpStatusCode.Conflict)]
    [InlineData("remove", HttpStatusCode.Conflict)]
    [InlineData("delete-account", HttpStatusCode.Conflict)]
    [InlineData("ownership", HttpStatusCode.Conflict)]
    public async Task What_nobody_may_do_to_themselves_says_so(string act, HttpStatusCode status)
    {
        var page = (await _browser.SubmitAsync($"/settings/staff/{_owner.UserId}/{act}", act, ("confirmName", "Ada Vale"))).ShouldBe(
            status
        );

        page.Notices.ShouldHaveSingleItem().ShouldNotBeEmpty();
        (await App.Client(_owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_account_of_who_works_elsewhere_too_is_left_alone()
    {
        var elsewhere = await App.SignUpAsync(company: "Another Firm");
        await App.WorksAlsoInAsync(elsewhere, _owner);

        (await _browser.SubmitAsync($"/settings/staff/{elsewhere.UserId}/delete-account", "delete-account", ("confirmName", "Ada Vale")))
            .ShouldBe(HttpStatusCode.Conflict)
            .ShouldSay("also belongs to another company");
        (
            await _browser.SubmitAsync(
                $"/settings/staff/{elsewhere.UserId}/password",
                "password",
                ("newPassword", StaffJourneys.AnotherPassword)
            )
        )
            .ShouldBe(HttpStatusCode.Forbidden)
            .Notices.ShouldHaveSingleItem();
    }
}
