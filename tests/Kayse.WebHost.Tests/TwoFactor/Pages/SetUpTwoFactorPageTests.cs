using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.TwoFactor.Pages;

/// <summary>Setting up a second factor, when a company requires it.</summary>
public sealed class SetUpTwoFactorPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/set-up-two-factor";
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Who_has_to_is_led_there_and_on()
    {
        var member = await App.JoinAsync(_owner);
        var policy = new
        {
            twoFactorRequired = true,
            twoFactorGraceDays = 0,
            rememberMeAllowed = true,
            trustedDevicesAllowed = true,
            invitedEmailDomains = Array.Empty<string>(),
        };
        (await App.Client(_owner.Token).SendAsync(HttpMethod.Put, "companies/current/security-policy", policy)).ShouldBe(
            HttpStatusCode.OK
        );
        var browser = App.Browser();

        var page = await browser.SubmitAsync(
            "/sign-in?returnTo=%2Fprofile%2Fsessions",
            "sign-in",
            ("email", member.Email),
            ("password", Person.Password)
        );
        page.ShouldBeAt(Url).ShouldSay("Vale Law requires two-factor authentication.");
        page = await EnableAsync(browser, page);
        page.ShouldSay("Two-factor authentication is on.");
        (await browser.GetAsync("/profile/sessions")).ShouldBeAt("/profile/sessions");
    }

    [Fact]
    public async Task A_wrong_code_may_be_corrected_with_the_same_secret()
    {
        var browser = App.Browser(_owner);
        var page = await browser.SubmitAsync(Url, "begin");
        var secret = SecretIn(page);

        page = (await browser.SubmitAsync(page, "enable", ("code", "000"))).ShouldBe(HttpStatusCode.Unauthorized);
        SecretIn(page).ShouldBe(secret);
        page = await browser.SubmitAsync(page, "enable", ("code", new OneTimeCodes(secret, App.Clock).Code()));
        page.ShouldBe(HttpStatusCode.OK).ShouldSay("Two-factor authentication is on.");
        page.Html.Split("<li>").Length.ShouldBe(11);
    }

    [Fact]
    public async Task Opening_the_page_makes_no_secret()
    {
        var browser = App.Browser(_owner);
        var page = await browser.SubmitAsync(Url, "begin");
        await browser.GetAsync(Url);

        (await browser.SubmitAsync(page, "enable", ("code", new OneTimeCodes(SecretIn(page), App.Clock).Code()))).ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task Only_an_apps_address_becomes_a_picture(string uri)
    {
        var browser = App.Browser(_owner);
        var page = await browser.SubmitAsync(Url, "begin");

        (await browser.SubmitAsync(page, "enable", ("uri", uri + new string('x', 5000)), ("code", "1"))).ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private static string SecretIn(Page page) => page.Form("enable")["uri"].ShouldNotBeNull().Split("secret=")[1].Split('&')[0];

    private async Task<Page> EnableAsync(PageClient browser, Page page)
    {
        page = await browser.SubmitAsync(page, "begin");
        return await browser.SubmitAsync(page, "enable", ("code", new OneTimeCodes(SecretIn(page), App.Clock).Code()));
    }
}
