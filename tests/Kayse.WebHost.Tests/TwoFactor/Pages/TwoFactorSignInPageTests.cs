using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.TwoFactor.Pages;

/// <summary>The second step of signing in.</summary>
public sealed class TwoFactorSignInPageTests(SharedApp shared) : AppTests(shared)
{
    private Person _person = null!;
    private OneTimeCodes _codes = null!;
    private IReadOnlyList<string> _backupCodes = [];

    public override async Task InitializeAsync()
    {
        var enrolment = await App.EnrolAsync(await App.SignUpAsync());
        (_person, _codes, _backupCodes) = (enrolment.Person, enrolment.App, enrolment.BackupCodes);
    }

    [Fact]
    public async Task A_password_leads_to_the_code_and_the_code_to_where_one_wanted_to_go()
    {
        var browser = App.Browser();
        var page = await SignInAsync(browser, "/profile/sessions");

        page.ShouldBeAt("/sign-in/two-factor").Heading.ShouldBe("Enter your code");
        browser.Cookie("kayse_session").ShouldBeNull();
        page.Html.ShouldNotContain(browser.Cookie("kayse_ticket").ShouldNotBeNull());
        (await browser.SubmitAsync(page, "code", ("code", _codes.Code(1)))).ShouldBeAt("/profile/sessions");
        browser.Cookie("kayse_ticket").ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_code_may_be_corrected()
    {
        var browser = App.Browser();
        var page = await browser.SubmitAsync(await SignInAsync(browser), "code", ("code", _codes.WrongCode()));

        page.ShouldBe(HttpStatusCode.Unauthorized).Notices.ShouldHaveSingleItem().ShouldContain("This code is incorrect.");
        (await browser.SubmitAsync(page, "code", ("code", _codes.Code(1)))).Status.ShouldNotBe(HttpStatusCode.Unauthorized);
        browser.Cookie("kayse_session").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_backup_code_does_as_well_and_says_how_many_are_left()
    {
        var browser = App.Browser();
        var page = await SignInAsync(browser, "/profile/sessions");
        var other = await browser.GetAsync(page.Links.Single(link => link.Text.Contains("backup code", StringComparison.Ordinal)).Url);

        (await browser.SubmitAsync(other, "code", ("code", _backupCodes[0])))
            .ShouldBeAt("/profile/sessions")
            .ShouldSay("You have 9 backup codes left.");
    }

    [Fact]
    public async Task A_trusted_device_is_asked_for_no_code()
    {
        var browser = App.Browser();
        await browser.SubmitAsync(await SignInAsync(browser), "code", ("code", _codes.Code(1)), ("trustDevice", "on"));
        await browser.SubmitAsync("/sign-out", "sign-out");
        browser.Cookie("kayse_session").ShouldBeNull();

        (await SignInAsync(browser, "/profile/sessions")).ShouldBeAt("/profile/sessions");
        (await SignInAsync(App.Browser())).ShouldBeAt("/sign-in/two-factor");
    }

    [Fact]
    public async Task Who_takes_too_long_starts_again()
    {
        var browser = App.Browser();
        var page = await SignInAsync(browser, "/profile/sessions");
        App.Clock.Advance(TimeSpan.FromMinutes(6));

        var again = await browser.SubmitAsync(page, "code", ("code", _codes.Code()));
        again.ShouldBeAt("/sign-in").ShouldSay("This sign-in has expired.");
        again.Url.ShouldContain("returnTo=%2Fprofile%2Fsessions");
        browser.Cookie("kayse_ticket").ShouldBeNull();
    }

    [Fact]
    public async Task After_the_code_nobody_is_led_off_this_site()
    {
        var browser = App.Browser();
        var page = await SignInAsync(browser, "//evil.example/");
        var content = new FormUrlEncodedContent(
            page.Form("code")
                .Values.Where(value => value.Name != "code")
                .Append(("code", _codes.Code(1)))
                .Select(value => KeyValuePair.Create(value.Item1, value.Item2))
        );

        (await browser.SendOnceAsync(HttpMethod.Post, "/sign-in/two-factor?returnTo=%2F%2Fevil.example%2F", content)).Location.ShouldBe(
            "/"
        );
    }

    [Fact]
    public async Task Who_signs_in_again_leaves_no_session_behind()
    {
        var other = await App.SignUpAsync();
        var browser = App.Browser(other);

        // A page of sign-in that was open before; who is signed in is not shown it.
        var token = (await browser.GetAsync("/forgot-password")).Form("ask")["form_token"].ShouldNotBeNull();
        var page = await browser.PostAsync(
            "/sign-in",
            [("form_token", token), ("_handler", "sign-in"), ("email", _person.Email), ("password", Person.Password)]
        );
        await browser.SubmitAsync(page, "code", ("code", _codes.Code(1)));

        (await App.Client(other.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    private Task<Page> SignInAsync(PageClient browser, string returnTo = "/") =>
        browser.SubmitAsync(
            $"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}",
            "sign-in",
            ("email", _person.Email),
            ("password", Person.Password)
        );
}
