using System.Net;
using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;
using Kayse.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>
/// Single sign-on by OpenID Connect (EN-1) from the first form to everyday use, with npm oidc-provider as the company's
/// identity provider.
/// </summary>
public sealed class OidcJourneys : Journey
{
    private const string Settings = "companies/current/sso/oidc";
    private readonly LocalNameServer _dns;
    private OidcPeer _peer = null!;
    private Person _ada = null!;
    private Person _ben = null!;

    public OidcJourneys()
        : this(new LocalNameServer()) { }

    private OidcJourneys(LocalNameServer dns)
        : base(("Kayse:Dns:Servers:0", dns.Address), ("Kayse:Outbound:AllowedPrivateHosts:0", "127.0.0.1")) => _dns = dns;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var accounts = new[] { ("ada", "Ada Vale"), ("ben", "Ben Ito"), ("cleo", "Cleo Marsh") };
        _peer = await OidcPeer.StartAsync(
            $"{App.Address}sso/oidc/callback",
            accounts.ToDictionary(
                one => one.Item1,
                one =>
                    (object)
                        new
                        {
                            email = $"{one.Item1}@firm.example",
                            email_verified = true,
                            name = one.Item2,
                        }
            )
        );
        _ada = await App.SignUpAsync("ada@firm.example");
        await App.InviteAsync(_ada, "ben@firm.example");
        _ben = await App.AcceptAsync("ben@firm.example");
        await VerifyDomainAsync();
    }

    public override async Task DisposeAsync()
    {
        _peer.Dispose();
        await base.DisposeAsync();
        await _dns.DisposeAsync();
    }

    [Fact]
    public async Task A_company_sets_it_up_requires_it_and_its_people_use_it()
    {
        var ada = await VisitAsAsync(_ada);
        await SetUpAsync(ada);
        await RequireAsync(ada);
        (await App.Client(_ada.Token).DeleteAsync(Settings)).ShouldRefuse(HttpStatusCode.Conflict, "sso_enforced");

        // Who has a password is led to the provider, and is the same person then.
        var ben = await VisitAsync();
        ben.Expect("403 (Forbidden)");
        await ben.GivePasswordAsync("ben@firm.example");
        await ben.ShouldSeeAsync("Your company requires single sign-on.");
        await ben.FollowAsync("Sign in with SSO");
        await SignInThereAsync(ben, "ben");
        await ben.ShouldSeeHeadingAsync("Sessions");
        (await App.Client(_ada.Token).GetAsync($"companies/current/members/{_ben.UserId}")).ShouldBe(HttpStatusCode.OK);

        await ConfirmIdentityAsync(ben);
        await ChangeKeysAsync(ben);
        await SomebodyNewJoinsAsync();
    }

    // The secret is wrong at first: the report says so, in the words of the form.
    private async Task SetUpAsync(Visitor ada)
    {
        await ada.OpenAsync("/settings/single-sign-on");
        await ada.ShouldSeeAsync("No connection yet");
        await ada.FollowAsync("Set up OpenID Connect");
        await ada.FillAsync("Issuer", _peer.Issuer);
        await ada.FillAsync("Client ID", OidcPeer.ClientId);
        await ada.FillAsync("Client secret", "mistyped");
        await ada.PressAsync("Save");
        await ada.ShouldSeeAsync("OpenID Connect saved.");
        await TestAsync(ada);
        await SignInThereAsync(ada, "ada");
        await ada.ShouldSeeAsync("OpenID Connect doesn't work yet.");
        await ada.ShouldSeeAsync("The provider refused the client secret. Enter it again.");

        await ada.OpenAsync("/settings/single-sign-on/oidc");
        (await ada.Page.GetByLabel("Client secret", new() { Exact = true }).InputValueAsync()).ShouldBeEmpty();
        await ada.FillAsync("Client secret", OidcPeer.ClientSecret);
        await ada.PressAsync("Save");
        await TestAsync(ada);
        await ada.ShouldSeeAsync("OpenID Connect works.");
        await Expect(ada.Page.Locator(".sso-claims")).ToContainTextAsync("ada@firm.example");
    }

    private static Task TestAsync(Visitor ada) =>
        ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Test connection") }).ClickAsync();

    private static async Task RequireAsync(Visitor ada)
    {
        await ada.OpenAsync("/settings/single-sign-on/use");
        await ada.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^OpenID Connect") }).CheckAsync();
        await ada.TickAsync("Require single sign-on");
        await ada.PressAsync("Save");
        await ada.ShouldSeeAsync("Single sign-on saved.");
    }

    private static async Task SignInThereAsync(Visitor visitor, string user)
    {
        await visitor.FillAsync("User name", user);
        await visitor.PressAsync("Sign in at Firm ID");
    }

    private async Task SomebodyNewJoinsAsync()
    {
        var cleo = await VisitAsync();
        await cleo.OpenAsync("/sign-in");
        await cleo.FollowAsync("Sign in with single sign-on (SSO)");
        await cleo.FillAsync("Email address", "cleo@firm.example");
        await cleo.PressAsync("Continue");
        await SignInThereAsync(cleo, "cleo");
        await Expect(cleo.Page).ToHaveURLAsync(new Regex("/home$"));
        var members = await App.Client(_ada.Token).GetAsync("companies/current/members?search=cleo");
        members.Json["items"]![0]!["fullName"]!.GetValue<string>().ShouldBe("Cleo Marsh");
        members.Json["items"]![0]!["role"]!.GetValue<string>().ShouldBe("user");
    }

    // Being signed in at the provider isn't enough to confirm it.
    private async Task ConfirmIdentityAsync(Visitor ben)
    {
        await AdvanceAsync(TimeSpan.FromMinutes(16));
        await ben.OpenAsync("/profile/api-keys/new");
        await ben.ShouldSeeHeadingAsync("Confirm it's you");
        await ben.FollowAsync("Continue");
        await SignInThereAsync(ben, "ben");
        await Expect(ben.Page).ToHaveURLAsync(new Regex("/profile/api-keys/new$"));
    }

    private async Task ChangeKeysAsync(Visitor ben)
    {
        await ben.OpenAsync("/sign-out");
        await ben.PressAsync("Sign out");
        await _peer.RotateKeysAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(5));
        await ben.OpenAsync("/sso/start?email=ben@firm.example&returnTo=/profile/sessions");
        await SignInThereAsync(ben, "ben");
        await ben.ShouldSeeHeadingAsync("Sessions");
    }

    private async Task AdvanceAsync(TimeSpan time)
    {
        App.Clock.Advance(time);
        await _peer.AdvanceAsync(time);
    }

    private async Task VerifyDomainAsync()
    {
        var admin = App.Client(_ada.Token);
        var added = await admin.PostAsync("companies/current/domains", new { domain = "firm.example" });
        _dns[added.At("record.name")] = NameServerResponse.Of(added.At("record.value"));
        (await admin.PostAsync("companies/current/domains/firm.example/verify")).At("status").ShouldBe("verified");
    }
}
