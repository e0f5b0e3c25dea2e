using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>The list of invitations, and what can be done to one.</summary>
public sealed class InvitationPageTests(SharedApp shared) : AppTests(shared)
{
    private const string List = "/settings/staff/invitations";
    private readonly string _email = Journeys.NewEmail("invitee");
    private Person _owner = null!;
    private PageClient _browser = null!;
    private string _id = "";

    private string Home => $"{List}/{_id}";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
        _id = await App.InviteAsync(_owner, _email);
    }

    [Fact]
    public async Task Pending_ones_are_shown_unless_others_are_asked_for()
    {
        (await _browser.GetAsync(List)).ShouldSay(_email).ShouldSay("Ada Vale");
        (await _browser.GetAsync($"{List}?status=revoked")).ShouldSay("No invitations");

        (await _browser.SubmitAsync($"{Home}/revoke", "revoke"))
            .ShouldBeAt(List)
            .ShouldSay("Invitation for Ben Ito revoked.")
            .ShouldSay("No pending invitations");

        (await _browser.GetAsync($"{List}?status=revoked")).ShouldSay(_email);
        (await _browser.GetAsync($"{List}?status=all")).ShouldSay(_email).ShouldSay("Revoked");
        (await App.Client().PostAsync("invitations/lookup", new { token = await App.MailedTokenAsync(_email) })).ShouldRefuse(
            HttpStatusCode.Gone,
            "invitation_revoked"
        );
    }

    [Fact]
    public async Task An_invitation_is_sent_again_from_the_list_and_from_its_page()
    {
        var first = await App.MailedTokenAsync(_email);
        (await _browser.SubmitAsync(List, "resend", ("id", _id))).ShouldBeAt(List).ShouldSay($"Invitation sent again to {_email}.");
        var second = await App.MailedTokenAsync(_email, first);
        (await App.Client().PostAsync("invitations/lookup", new { token = first })).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

        (await _browser.SubmitAsync(Home, "resend")).ShouldBeAt(Home).ShouldSay($"Invitation sent again to {_email}.");
        (await App.MailedTokenAsync(_email, second)).ShouldNotBe(first);
    }

    [Fact]
    public async Task An_expired_one_is_sent_again_in_one_step()
    {
        App.Clock.Advance(TimeSpan.FromHours(25));
        _browser = App.Browser(await App.SignInAsync(_owner.Email));
        (await _browser.GetAsync(Home)).ShouldSay("Expired");

        (await _browser.SubmitAsync($"{List}?status=expired", "resend", ("id", _id))).ShouldSay($"Invitation sent again to {_email}.");
        (await _browser.GetAsync(List)).ShouldSay(_email);
    }

    [Fact]
    public async Task An_invitation_is_changed_and_goes_to_another_address()
    {
        var first = await App.MailedTokenAsync(_email);
        var other = Journeys.NewEmail("corrected");

        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("fullName", "Benjamin Ito"), ("jobTitle", "Associate")))
            .ShouldBeAt(Home)
            .ShouldSay("Invitation for Benjamin Ito saved.")
            .ShouldSay("Associate");
        (await App.Client().PostAsync("invitations/lookup", new { token = first })).ShouldBe(HttpStatusCode.OK);

        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("email", other))).ShouldBeAt(Home).ShouldSay($"sent to {other}");
        (await App.Client().PostAsync("invitations/lookup", new { token = first })).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await App.MailedTokenAsync(other)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_change_of_what_others_have_changed_meanwhile_is_refused()
    {
        var page = await _browser.GetAsync($"{Home}/edit");
        (await App.Client(_owner.Token).PatchAsync($"companies/current/invitations/{_id}", new { jobTitle = "Partner" })).ShouldBe(
            HttpStatusCode.OK
        );

        (await _browser.SubmitAsync(page, "edit", ("jobTitle", "Associate")))
            .ShouldBe(HttpStatusCode.PreconditionFailed)
            .ShouldSay("Job title is now “Partner”");
    }

    [Fact]
    public async Task One_that_has_ended_can_be_read_and_nothing_else()
    {
        await App.AcceptAsync(_email);

        var page = (await _browser.GetAsync(Home)).ShouldSay("Accepted");
        page.Links.ShouldNotContain(link => link.Url.StartsWith($"{Home}/", StringComparison.Ordinal));
        (await _browser.SubmitAsync($"{Home}/revoke", "revoke")).ShouldBe(HttpStatusCode.Gone).Notices.ShouldHaveSingleItem();
        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("fullName", "Somebody else")))
            .ShouldBe(HttpStatusCode.Gone)
            .Notices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_typed_is_only_text()
    {
        var answer = await App.Client(_owner.Token)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "<script>alert(1)</script>",
                    email = Journeys.NewEmail(),
                    role = "user",
                    jobTitle = "<b>x",
                }
            );
        var id = answer.ShouldBe(HttpStatusCode.Created).At("invitation.id");

        foreach (var url in new[] { List, $"{List}/{id}", $"{List}/{id}/edit", $"{List}/{id}/revoke" })
        {
            var page = (await _browser.GetAsync(url)).ShouldBe(HttpStatusCode.OK);
            page.Html.ShouldNotContain("<script>alert");
            page.Html.ShouldNotContain("<b>x");
        }
    }
}
