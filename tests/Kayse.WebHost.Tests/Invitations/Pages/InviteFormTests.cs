using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>What the form for inviting offers, and how it says what is wrong.</summary>
public sealed class InviteFormTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_each_of_it_once()
    {
        var page = await _browser.SubmitAsync(
            "/settings/staff/invite",
            "invite",
            ("fullName", " "),
            ("email", "nobody"),
            ("phoneNumber", "12"),
            ("role", "user")
        );

        page.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var field in new[] { "fullName", "email", "phoneNumber" })
            page.Text.Split(page.ErrorOf(field)).Length.ShouldBe(2, field);
        page.Notices.ShouldHaveSingleItem().ShouldStartWith("Check these 3 fields: Full name");
    }

    [Fact]
    public async Task Agents_are_chosen_by_their_names_where_the_catalogue_has_them()
    {
        var agents = new { items = new object[] { new { id = "a-1", name = "Intake bot" }, new { id = "a-2", name = "Night line" } } };
        (await App.Client(_owner.Token).SendAsync(HttpMethod.Put, "companies/current/catalogue/agents", agents)).ShouldBe(
            HttpStatusCode.OK
        );
        var email = Journeys.NewEmail();

        var page = (await _browser.GetAsync("/settings/staff/invite")).ShouldSay("Intake bot").ShouldSay("Night line");
        (
            await _browser.SubmitAsync(
                page,
                "invite",
                ("fullName", "Kofi Mensah"),
                ("email", email),
                ("agentAccess", "assigned"),
                ("agentIds", "a-1"),
                ("agentIds", "a-2")
            )
        ).ShouldBeAt("/settings/staff/invitations");

        var person = await App.AcceptAsync(email);
        (
            await App.Client(_owner.Token)
                .SendAsync(HttpMethod.Put, "companies/current/catalogue/agents", new { items = agents.items[..1] })
        ).ShouldBe(HttpStatusCode.OK);
        // An id without a name is shown as it is, and stays.
        (await _browser.GetAsync($"/settings/staff/{person.UserId}"))
            .ShouldSay("Intake bot")
            .ShouldSay("a-2");
        var form = (await _browser.GetAsync($"/settings/staff/{person.UserId}/agents")).ShouldSay("a-2").Form("agents");
        form.Values.ShouldContain(("agentIds", "a-1"));
        form.Values.ShouldContain(("agentIds", "a-2"));
    }

    [Fact]
    public async Task The_country_of_the_phone_is_the_companys_or_else_the_browsers()
    {
        var french = await _browser.SendAsync(HttpMethod.Get, "/settings/staff/invite", null, ("Accept-Language", "fr,fr-CA;q=0.8"));
        french.Form("invite")["phoneCountry"].ShouldBe("CA");
        (await App.Client(_owner.Token).PatchAsync("companies/current", new { phoneNumber = "+442079460018" })).ShouldBe(
            HttpStatusCode.OK
        );
        (await _browser.GetAsync("/settings/staff/invite")).Form("invite")["phoneCountry"].ShouldBe("GB");
    }
}
