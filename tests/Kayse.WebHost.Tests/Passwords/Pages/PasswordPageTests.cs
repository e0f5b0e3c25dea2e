using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passwords.Pages;

/// <summary>Passwords forgotten, reset, forced to be changed, and disowned, in a browser.</summary>
public sealed class PasswordPageTests(SharedApp shared) : AppTests(shared)
{
    private const string NewPassword = "another long passphrase";
    private const string Subject = "Reset your Kayse password";
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task Whoever_asks_for_a_link_gets_the_same_answer()
    {
        var known = await App.Browser().SubmitAsync("/forgot-password", "ask", ("email", _person.Email));
        var unknown = await App.Browser().SubmitAsync("/forgot-password", "ask", ("email", "nobody@firm.example"));

        known.ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Check your email");
        unknown.Html.ShouldBe(known.Html);
    }

    [Fact]
    public async Task A_link_changes_the_password_once()
    {
        var browser = App.Browser();
        await browser.SubmitAsync("/forgot-password", "ask", ("email", _person.Email));
        var token = await App.MailedTokenAsync(_person.Email, Subject, otherThan: null);
        var page = await browser.SubmitAsync("/reset-password", "open", ("link", $"http://localhost:5080/reset-password#token={token}"));

        page = (await browser.SubmitAsync(page, "reset", ("newPassword", "weak"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ErrorOf("newPassword").ShouldNotBeEmpty();
        (await browser.SubmitAsync(page, "reset", ("newPassword", NewPassword)))
            .ShouldBeAt("/sign-in")
            .ShouldSay("Password changed. Sign in with your new password.");
        await App.SignInAsync(_person.Email, NewPassword);
        (await browser.SubmitAsync("/reset-password", "open", ("link", token)))
            .ShouldBe(HttpStatusCode.NotFound)
            .Links.ShouldContain(link => link.Url == "/forgot-password");
    }

    [Fact]
    public async Task A_link_that_has_expired_says_what_to_do_next()
    {
        await App.Browser().SubmitAsync("/forgot-password", "ask", ("email", _person.Email));
        var token = await App.MailedTokenAsync(_person.Email, Subject, otherThan: null);
        App.Clock.Advance(TimeSpan.FromMinutes(61));

        (await App.Browser().SubmitAsync("/reset-password", "open", ("link", token)))
            .ShouldBe(HttpStatusCode.Gone)
            .ShouldSay("It has expired. Request a new link.");
    }

    [Fact]
    public async Task Who_was_given_a_password_chooses_another_before_anything_else()
    {
        var email = Journeys.NewEmail("created");
        var member = new
        {
            fullName = "Cleo Adamu",
            email,
            role = "user",
            password = Person.Password,
        };
        (await App.Client(_person.Token).PostAsync("companies/current/members", member)).ShouldBe(HttpStatusCode.Created);
        var browser = App.Browser();

        var page = await browser.SubmitAsync(
            "/sign-in?returnTo=%2Fprofile%2Fsessions",
            "sign-in",
            ("email", email),
            ("password", Person.Password)
        );
        page.ShouldBeAt("/choose-password");
        (await browser.SubmitAsync(page, "choose", ("currentPassword", "not this"), ("newPassword", NewPassword))).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await browser.SubmitAsync(page, "choose", ("currentPassword", Person.Password), ("newPassword", Person.Password)))
            .ShouldBe(HttpStatusCode.UnprocessableEntity)
            .ErrorOf("newPassword")
            .ShouldNotBeEmpty();
        (await browser.SubmitAsync(page, "choose", ("currentPassword", Person.Password), ("newPassword", NewPassword)))
            .ShouldBeAt("/home")
            .ShouldSay("Password changed.");
        (await browser.GetAsync("/profile/sessions")).ShouldBeAt("/profile/sessions");
    }

    [Fact]
    public async Task A_notice_that_was_not_ones_own_doing_locks_everybody_out()
    {
        await App.Client(_person.Token).PostAsync("me/password", new { currentPassword = Person.Password, newPassword = NewPassword });
        var token = await App.MailedTokenAsync(_person.Email, "Your Kayse password was changed", otherThan: null);
        var browser = App.Browser();
        var page = await browser.SubmitAsync("/not-me", "open", ("link", token));

        (await App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password = NewPassword })).ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(page, "confirm")).ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Your account is secure");
        (await App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password = NewPassword })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        await App.MailedTokenAsync(_person.Email, Subject, otherThan: null);
    }

    [Fact]
    public async Task A_notice_of_nobody_says_what_to_do_next()
    {
        var browser = App.Browser();
        var page = await browser.SubmitAsync("/not-me", "open", ("link", "nonsense"));

        (await browser.SubmitAsync(page, "confirm"))
            .ShouldBe(HttpStatusCode.NotFound)
            .Links.ShouldContain(link => link.Url == "/forgot-password");
    }
}
