using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>What is found in the list of invitations, and done to several that are selected.</summary>
public sealed class InvitationListActionTests(SharedApp shared) : AppTests(shared)
{
    private const string List = "/settings/staff/invitations";
    private readonly string _first = Journeys.NewEmail("first");
    private readonly string _second = Journeys.NewEmail("second");
    private Person _owner = null!;
    private PageClient _browser = null!;
    private string _ids = "";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
        _ids = $"ids={await App.InviteAsync(_owner, _first)}&ids={await App.InviteAsync(_owner, _second)}";
    }

    [Fact]
    public async Task Invitations_are_found_by_name_and_address_and_counted_in_the_tab()
    {
        var all = (await _browser.GetAsync(List)).ShouldSay("2 pending").ShouldSay(_first).ShouldSay(_second);
        all.ShouldSay("2 invitations");
        (await _browser.GetAsync($"{List}?search=second%20ito")).ShouldSay(_second).Text.ShouldNotContain(_first);
        (await _browser.GetAsync($"{List}?search=nobody")).ShouldSay("No matches");
        (await _browser.GetAsync("/settings/staff")).ShouldSay("2 pending");

        var found = await App.Client(_owner.Token).GetAsync("companies/current/invitations?search=FIRST");
        found.Json["items"]!.AsArray().ShouldHaveSingleItem()!["email"]!.GetValue<string>().ShouldBe(_first);
        (await App.Client(_owner.Token).GetAsync($"companies/current/invitations?search={new string('x', 201)}")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    [Fact]
    public async Task Those_selected_are_sent_again()
    {
        var (first, second) = (await App.MailedTokenAsync(_first), await App.MailedTokenAsync(_second));

        (await _browser.SubmitAsync($"{List}/resend?{_ids}", "resend")).ShouldBeAt(List).ShouldSay("2 invitations sent again.");

        (await App.MailedTokenAsync(_first, first)).ShouldNotBe(first);
        (await App.MailedTokenAsync(_second, second)).ShouldNotBe(second);
    }

    [Fact]
    public async Task Those_selected_are_revoked_and_one_that_was_accepted_says_so()
    {
        await App.AcceptAsync(_first);

        (await _browser.SubmitAsync($"{List}/revoke?{_ids}&ids=none", "revoke"))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("Revoked: 1 of 2. Nothing changed for the other one.");

        (await _browser.GetAsync($"{List}?status=revoked")).ShouldSay(_second);
        (await _browser.GetAsync($"{List}/revoke")).ShouldSay("No invitations are selected.");
    }

    [Fact]
    public async Task A_link_is_created_shown_once_and_opens_the_invitation()
    {
        var url = $"{List}/{_ids.Split('&')[0]["ids=".Length..]}/link";
        var page = (await _browser.SubmitAsync(url, "link")).ShouldBe(HttpStatusCode.OK);
        var link = page.Text.Split(' ').Single(word => word.Contains("#token=", StringComparison.Ordinal));

        (await App.Browser().SubmitAsync("/invitations/accept", "open", ("link", link))).Heading.ShouldBe("Join Vale Law");
        (await _browser.GetAsync(url)).Text.ShouldNotContain("#token=");
    }
}
