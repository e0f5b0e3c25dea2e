using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Invitations.Pages;

/// <summary>The link of an invitation, opened in a browser: without JavaScript one pastes it.</summary>
public sealed class AcceptInvitationPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/invitations/accept";
    private readonly string _email = Journeys.NewEmail("invitee");
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Somebody_new_registers_and_is_signed_in()
    {
        var browser = App.Browser();
        var page = await OpenAsync(browser, await InvitedAsync());

        page.ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Join Vale Law");
        page.ShouldSay("Ada Vale invited you to join as User.");
        page.Form("accept")["fullName"].ShouldBe("Ben Ito");
        var answer = await AcceptAsync(browser, page, ("fullName", "Benjamin Ito"), ("password", Person.Password));
        answer.Location.ShouldBe("/");
        (await App.Client(browser.Cookie("kayse_session")).GetAsync("me")).At("fullName").ShouldBe("Benjamin Ito");
        (await browser.GetAsync("/profile/sessions")).ShouldSay("Welcome to Vale Law.");
    }

    [Theory]
    [InlineData("http://localhost:5080/invitations/accept#token={0}")]
    [InlineData("  {0}\n")]
    [InlineData("token={0}")]
    public async Task The_link_may_be_pasted_whole_or_in_part(string pasted)
    {
        var token = await InvitedAsync();

        (
            await App.Browser()
                .SubmitAsync(Url, "open", ("link", string.Format(System.Globalization.CultureInfo.InvariantCulture, pasted, token)))
        ).Heading.ShouldBe("Join Vale Law");
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing()
    {
        var token = await InvitedAsync();
        for (var i = 0; i < 3; i++)
            (await OpenAsync(App.Browser(), token)).Heading.ShouldBe("Join Vale Law");
    }

    [Fact]
    public async Task The_token_stands_in_no_address()
    {
        var token = await InvitedAsync();
        var page = await OpenAsync(App.Browser(), token);

        page.Url.ShouldNotContain(token);
        page.Links.ShouldAllBe(link => !link.Url.Contains(token, StringComparison.Ordinal));
        page.Form("accept").Action.ShouldNotBeNull().ShouldNotContain(token);
    }

    [Fact]
    public async Task Who_has_an_account_joins_with_its_password()
    {
        var person = await App.JoinAsync(await App.SignUpAsync(company: "Another Firm"));
        var browser = App.Browser();
        var page = await OpenAsync(browser, await InvitedAsync(person.Email));

        page.Form("accept").Names.ShouldNotContain("fullName");
        (await AcceptAsync(browser, page, ("password", "not this one")))
            .ShouldBe(HttpStatusCode.Unauthorized)
            .Heading.ShouldBe("Join Vale Law");
        (await AcceptAsync(browser, page, ("password", Person.Password))).Location.ShouldBe("/");
        (await App.Client(browser.Cookie("kayse_session")).GetAsync("session")).At("company.name").ShouldBe("Vale Law");
    }

    [Fact]
    public async Task Who_is_signed_in_joins_as_they_are()
    {
        var person = await App.JoinAsync(await App.SignUpAsync(company: "Another Firm"));
        var browser = App.Browser(person);
        var page = await OpenAsync(browser, await InvitedAsync(person.Email));

        page.Form("accept").Names.ShouldNotContain("password");
        (await AcceptAsync(browser, page)).Location.ShouldBe("/");
        (await App.Client(person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task Who_is_signed_in_as_somebody_else_is_told()
    {
        var browser = App.Browser(_owner);
        var page = await OpenAsync(browser, await InvitedAsync());

        page.ShouldSay($"You are signed in as {_owner.Email}.");
        (await AcceptAsync(browser, page, ("password", Person.Password))).Location.ShouldBe("/");
        (await App.Client(browser.Cookie("kayse_session")).GetAsync("me")).At("email").ShouldBe(_email);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field()
    {
        var browser = App.Browser();
        var page = await AcceptAsync(
            browser,
            await OpenAsync(browser, await InvitedAsync()),
            ("password", "short"),
            ("phoneNumber", "1")
        );

        page.Heading.ShouldBe("Join Vale Law");
        (page.ErrorOf("password") + page.ErrorOf("phoneNumber")).ShouldNotBeEmpty();
        (await AcceptAsync(browser, page, ("password", Person.Password), ("phoneNumber", ""))).Location.ShouldBe("/");
    }

    [Fact]
    public async Task It_can_be_declined()
    {
        var browser = App.Browser();
        var token = await InvitedAsync();
        var page = await browser.SubmitAsync(await OpenAsync(browser, token), "decline");

        page.ShouldBeAt("/sign-in").ShouldSay("You declined the invitation to Vale Law.");
        (await OpenAsync(browser, token)).ShouldBe(HttpStatusCode.Gone).ShouldSay("It was already accepted or declined.");
    }

    [Fact]
    public async Task What_can_not_be_used_says_what_to_do_next()
    {
        var id = await App.InviteAsync(_owner, _email);
        var token = await App.MailedTokenAsync(_email);
        var page = await OpenAsync(App.Browser(), "nonsense");
        page.ShouldBe(HttpStatusCode.NotFound).ShouldSay("copy the whole link").Heading.ShouldBe("This invitation can't be used");
        App.Clock.Advance(TimeSpan.FromHours(25));
        (await OpenAsync(App.Browser(), token))
            .ShouldBe(HttpStatusCode.Gone)
            .ShouldSay("Ask the person who invited you to send it again");

        var owner = await App.SignInAsync(_owner.Email);
        (await App.Client(owner.Token).PostAsync($"companies/current/invitations/{id}/resend")).ShouldBe(HttpStatusCode.OK);
        var renewed = await App.MailedTokenAsync(_email, otherThan: token);
        (await App.Client(owner.Token).DeleteAsync($"companies/current/invitations/{id}")).ShouldBe(HttpStatusCode.NoContent);
        (await OpenAsync(App.Browser(), renewed)).ShouldBe(HttpStatusCode.Gone).ShouldSay("It was revoked.");
    }

    [Fact]
    public async Task An_end_that_comes_between_opening_and_accepting_is_said()
    {
        var browser = App.Browser();
        var page = await OpenAsync(browser, await InvitedAsync());
        App.Clock.Advance(TimeSpan.FromHours(25));

        (await AcceptAsync(browser, page, ("password", Person.Password)))
            .ShouldBe(HttpStatusCode.Gone)
            .Heading.ShouldBe("This invitation can't be used");
    }

    [Fact]
    public async Task An_empty_link_is_asked_for_again() =>
        (await App.Browser().SubmitAsync(Url, "open", ("link", " ")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("link")
            .ShouldNotBeEmpty();

    [Fact]
    public async Task Names_are_shown_as_they_are_written()
    {
        var company = await App.SignUpAsync(company: "<script>alert(1)</script>");
        await App.InviteAsync(company, _email);

        var page = await OpenAsync(App.Browser(), await App.MailedTokenAsync(_email));
        page.Heading.ShouldBe("Join <script>alert(1)</script>");
        page.Html.ShouldNotContain("<script>alert");
    }

    private async Task<string> InvitedAsync(string? email = null)
    {
        await App.InviteAsync(_owner, email ?? _email);
        return await App.MailedTokenAsync(email ?? _email, "invited you to join Vale Law on Kayse", otherThan: null);
    }

    private static Task<Page> OpenAsync(PageClient browser, string token) => browser.SubmitAsync(Url, "open", ("link", token));

    private static Task<Page> AcceptAsync(PageClient browser, Page page, params (string Name, string Value)[] fields)
    {
        var values = page.Form("accept").Values.Where(value => fields.All(field => field.Name != value.Name)).Concat(fields);
        return browser.SendOnceAsync(
            HttpMethod.Post,
            Url,
            new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value)))
        );
    }
}
