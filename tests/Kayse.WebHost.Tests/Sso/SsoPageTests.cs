using System.Net;
using Kayse.Grains.Sso;
using Kayse.WebHost.Sso;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace Kayse.WebHost.Tests.Sso;

/// <summary>The console's pages of single sign-on.</summary>
public sealed class SsoPageTests(SharedApp shared) : AppTests(shared)
{
    [Fact]
    public async Task An_empty_page_says_what_to_do()
    {
        var page = await App.Browser(await App.SignUpAsync()).GetAsync(SsoPagesUrl);

        page.ShouldSay("No connection yet").ShouldSay("Verify a domain first").ShouldSay("has no service keys");
        page.Links.ShouldContain(link => link.Url == $"{SsoPagesUrl}/oidc");
        page.Links.ShouldContain(link => link.Url == $"{SsoPagesUrl}/saml");
    }

    [Fact]
    public async Task It_shows_the_test_and_lets_single_sign_on_be_required()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var browser = App.Browser(firm.Owner);
        (await browser.GetAsync(SsoPagesUrl)).ShouldSay($"https://idp.{firm.Domain}").ShouldSay("In use");
        (await browser.GetAsync($"{SsoPagesUrl}/test")).ShouldSay("No test within the last hour");
        (await browser.SubmitAsync($"{SsoPagesUrl}/use", "use", ("enforced", "on"))).ShouldSay("Test the connection first.");

        await firm.PassTestAsync("somebody@else.example");
        (await browser.GetAsync($"{SsoPagesUrl}/test")).ShouldSay("doesn't work yet").ShouldSay("Verified domain failed");
        await firm.PassTestAsync();
        (await browser.GetAsync($"{SsoPagesUrl}/test")).ShouldSay("OpenID Connect works.");

        var saved = await browser.SubmitAsync($"{SsoPagesUrl}/use", "use", ("enforced", "on"));
        saved.ShouldBeAt(SsoPagesUrl).ShouldSay("Single sign-on saved.").ShouldSay("Can sign in without it");
        (await browser.SubmitAsync("/sign-out", "sign-out")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_admin_sees_it_without_changing_it()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var browser = App.Browser(await firm.JoinAsync("admin", "admin"));
        (await browser.GetAsync(SsoPagesUrl)).Links.ShouldNotContain(link => link.Url.StartsWith("/sso/test", StringComparison.Ordinal));
        (await browser.GetAsync($"{SsoPagesUrl}/use")).ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/sso/test/oidc")).ShouldBeAt(SsoPagesUrl).ShouldSay("don't have");
    }

    [Fact]
    public async Task Who_has_to_use_it_is_told_at_the_sign_in_page()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var ben = await firm.JoinAsync("ben");
        await firm.PassTestAsync();
        await firm.UseAsync(SsoProtocol.Oidc, enforced: true);

        var page = await App.Browser().SubmitAsync("/sign-in", "sign-in", ("email", ben.Email), ("password", Person.Password));

        page.ShouldSay("Your company requires single sign-on.");
        page.Links.ShouldContain(link => link.Url == $"/sso/start?email={Uri.EscapeDataString(ben.Email)}");
    }

    [Fact]
    public async Task What_is_posted_to_a_provider_goes_there_alone_and_stays_text()
    {
        var context = new DefaultHttpContext { RequestServices = App.Services };
        context.Response.Body = new MemoryStream();
        var attempt = new SsoAttempt(SsoAttempt.NewId(), SsoPurpose.SignIn, "company", SsoProtocol.Saml, 1, App.Clock.GetUtcNow());
        var handOff = new SsoHandOff(new Uri("https://idp.example:8443/sso?a=1&b=\"2"), attempt)
        {
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["RelayState"] = "\"><script>alert(1)</script>" },
        };

        await SsoHandOffResult.Of(handOff).ExecuteAsync(context);

        context.Response.Headers.ContentSecurityPolicy.ToString().ShouldEndWith("form-action https://idp.example:8443");
        var html = System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
        html.ShouldContain("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"");
        html.ShouldContain("action=\"https://idp.example:8443/sso?a=1&amp;b=%222\"");
    }

    [Fact]
    public async Task Who_signed_in_with_a_password_is_not_sent_to_a_provider_to_confirm_it()
    {
        var firm = await SsoFirm.FoundAsync(App);
        var sent = await App.Browser(firm.Owner).SendOnceAsync(HttpMethod.Get, "/sso/step-up?returnTo=%2Fhome");
        sent.Location.ShouldBe("/step-up?refused=sso_unavailable&returnTo=%2Fhome");
        var start = await App.Browser().SendOnceAsync(HttpMethod.Get, "/sso/start?email=ben%40gmail.com&returnTo=%2F%2Fevil.example");
        start.Location.ShouldBe("/sign-in?refused=sso_unavailable");
    }

    private const string SsoPagesUrl = "/settings/single-sign-on";
}
