using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>OpenID Connect over HTTP (EN-1), with npm oidc-provider as the identity provider.</summary>
public sealed class OidcTests(OidcApp shared) : IClassFixture<OidcApp>, IDisposable
{
    private const string Url = "companies/current/sso/oidc";
    private readonly KayseApp _app = shared.App;
    private readonly PeerVisitor _visitor = new();

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task A_connection_is_set_up_shown_without_its_secret_changed_and_removed()
    {
        var admin = _app.Client((await _app.SignUpAsync()).Token);
        (await admin.GetAsync(Url)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

        var saved = await admin.SendAsync(HttpMethod.Put, Url, Settings());

        saved.ShouldBe(HttpStatusCode.OK).At("redirectUri").ShouldBe(OidcApp.RedirectUri);
        saved.Text.ShouldNotContain(OidcPeer.ClientSecret);
        (await admin.GetAsync(Url)).Text.ShouldBe(saved.Text);
        var changed = await admin.SendAsync(
            HttpMethod.Put,
            Url,
            new
            {
                issuer = shared.Peer.Issuer,
                clientId = "other",
                scopes = new[] { "groups", "openid" },
            }
        );
        changed.ShouldBe(HttpStatusCode.OK).Json["scopes"]!.ToJsonString().ShouldBe("[\"groups\"]");
        (await admin.DeleteAsync(Url)).ShouldBe(HttpStatusCode.NoContent);
        (await admin.DeleteAsync(Url)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task What_is_wrong_with_settings_is_said_at_their_fields()
    {
        var admin = _app.Client((await _app.SignUpAsync()).Token);
        var wrong = new { issuer = "https://login.microsoftonline.com/common/v2.0", clientId = " " };

        var refused = await admin.SendAsync(HttpMethod.Put, Url, wrong);

        refused.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        refused.Json["errors"]!.AsObject().Select(field => field.Key).ShouldBe(["issuer", "clientId", "clientSecret"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_super_admins_who_have_just_confirmed_their_identity_change_it()
    {
        var owner = await _app.SignUpAsync();
        var admin = _app.Client((await _app.JoinAsync(owner, "admin")).Token);
        (await admin.SendAsync(HttpMethod.Put, Url, Settings())).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await admin.DeleteAsync(Url)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await admin.SendAsync(HttpMethod.Put, Url, new { issuer = 1 })).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        var user = _app.Client((await _app.JoinAsync(owner)).Token);
        (await user.GetAsync(Url)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_answer_of_a_provider_is_worth_something_once_and_in_the_browser_that_began()
    {
        var owner = await _app.SignUpAsync();
        await SetUpAsync(owner);
        var browser = _app.Browser(owner);
        var begun = await browser.SendOnceAsync(HttpMethod.Get, "/sso/test/oidc");
        begun.ShouldBe(HttpStatusCode.SeeOther).Location!.ShouldStartWith($"{shared.Peer.Issuer}/auth?response_type=code&");
        var answer = (await _visitor.SignInAsync(begun.Location!, "ada")).PathAndQuery;
        answer.ShouldStartWith("/sso/oidc/callback?code=");

        // Of another browser, of one that began another attempt, and with another state: none of it ends the attempt.
        (await LocationAsync(_app.Browser(), answer)).ShouldBe("/sign-in?refused=sso_attempt_expired");
        var other = _app.Browser(owner);
        await other.SendOnceAsync(HttpMethod.Get, "/sso/test/oidc");
        (await LocationAsync(other, answer)).ShouldBe("/sign-in?refused=sso_attempt_expired");
        (await LocationAsync(browser, "/sso/oidc/callback?state=a&code=b")).ShouldBe("/sign-in?refused=sso_attempt_expired");

        var cookie = browser.Cookie("kayse_sso")!;
        (await LocationAsync(browser, answer)).ShouldBe("/settings/single-sign-on/test");
        browser.Cookie("kayse_sso").ShouldBeNull();
        (await LocationAsync(browser, answer)).ShouldBe("/sign-in?refused=sso_attempt_expired");

        // A cookie that was kept brings nothing back.
        var replayed = await _app.Browser(owner).SendOnceAsync(HttpMethod.Get, answer, content: null, ("Cookie", $"kayse_sso={cookie}"));
        replayed.Location.ShouldBe("/sign-in?refused=sso_attempt_expired");
    }

    [Fact]
    public async Task An_attempt_ends_with_a_change_of_the_settings()
    {
        var owner = await _app.SignUpAsync();
        await SetUpAsync(owner);
        var browser = _app.Browser(owner);
        var begun = await browser.SendOnceAsync(HttpMethod.Get, "/sso/test/oidc");
        var answer = (await _visitor.SignInAsync(begun.Location!, "ada")).PathAndQuery;

        await SetUpAsync(owner, clientId: "another");

        (await LocationAsync(browser, answer)).ShouldBe("/sign-in?refused=sso_attempt_expired");
    }

    [Fact]
    public async Task Somebody_new_comes_in_by_an_address_of_the_company_that_the_provider_does_not_deny()
    {
        var owner = await _app.SignUpAsync();
        var admin = _app.Client(owner.Token);
        await SetUpAsync(owner);
        await VerifyDomainAsync(admin);
        (await admin.SendAsync(HttpMethod.Put, "companies/current/sso", new { inUse = "oidc" })).ShouldBe(HttpStatusCode.OK);

        (await SignInAsync("denied")).ShouldBe("/sign-in?refused=sso_email_not_accepted");
        (await SignInAsync("stranger")).ShouldBe("/sign-in?refused=sso_email_not_accepted");
        (await SignInAsync("nobody")).ShouldBe("/sign-in?refused=sso_failed");
        (await SignInAsync("cleo")).ShouldBe("/");
        (await SignInAsync("cleo")).ShouldBe("/");

        var members = (await admin.GetAsync("companies/current/members")).Json["items"]!.AsArray();
        members.Select(member => member!["fullName"]!.GetValue<string>()).ShouldBe(["Ada Vale", "Cleo Marsh"], ignoreOrder: true);
    }

    // In browsers of their own, here and there.
    private async Task<string?> SignInAsync(string user)
    {
        using var visitor = new PeerVisitor();
        var browser = _app.Browser();
        var begun = await browser.SendOnceAsync(HttpMethod.Get, "/sso/start?email=anybody@firm.example");
        QueryHelpers.ParseQuery(new Uri(begun.Location!).Query)["login_hint"].ToString().ShouldBe("anybody@firm.example");
        return await LocationAsync(browser, (await visitor.SignInAsync(begun.Location!, user)).PathAndQuery);
    }

    private async Task VerifyDomainAsync(ApiClient admin)
    {
        var added = await admin.PostAsync("companies/current/domains", new { domain = "firm.example" });
        shared.Dns[added.At("record.name")] = NameServerResponse.Of(added.At("record.value"));
        (await admin.PostAsync("companies/current/domains/firm.example/verify")).At("status").ShouldBe("verified");
    }

    private async Task SetUpAsync(Person owner, string clientId = OidcPeer.ClientId) =>
        (await _app.Client(owner.Token).SendAsync(HttpMethod.Put, Url, Settings(clientId))).ShouldBe(HttpStatusCode.OK);

    private object Settings(string clientId = OidcPeer.ClientId) =>
        new
        {
            issuer = shared.Peer.Issuer,
            clientId,
            clientSecret = OidcPeer.ClientSecret,
        };

    private static async Task<string?> LocationAsync(PageClient browser, string url) =>
        (await browser.SendOnceAsync(HttpMethod.Get, url)).ShouldBe(HttpStatusCode.SeeOther).Location;
}
