using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;
using Kayse.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>
/// Single sign-on by SAML (EN-2) in a browser, which posts from one site to another, with npm samlp and samlify as the
/// company's identity provider.
/// </summary>
public sealed class SamlJourneys : Journey
{
    private const string Settings = "companies/current/sso/saml";
    private readonly LocalNameServer _dns;
    private SamlPeer _peer = null!;
    private Person _ada = null!;

    public SamlJourneys()
        : this(new LocalNameServer()) { }

    private SamlJourneys(LocalNameServer dns)
        : base(("Kayse:Dns:Servers:0", dns.Address), ("Kayse:Outbound:AllowedPrivateHosts:0", "127.0.0.1")) => _dns = dns;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _ada = await App.SignUpAsync("ada@firm.example");
        var admin = App.Client(_ada.Token);
        var added = await admin.PostAsync("companies/current/domains", new { domain = "firm.example" });
        _dns[added.At("record.name")] = NameServerResponse.Of(added.At("record.value"));
        (await admin.PostAsync("companies/current/domains/firm.example/verify")).At("status").ShouldBe("verified");
        using var http = App.Http();
        var us = (await admin.GetAsync(Settings)).At("serviceProvider.metadataUrl");
        var settings = new SamlPeerSettings(new SamlPeerUser("ada-0001", "ada@firm.example", "Ada Vale"));
        _peer = await SamlPeer.StartAsync(settings with { Metadata = await http.GetStringAsync(new Uri(us)) });
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
        await SetUpAsync(ada, "samlp");
        await TestAsync(ada);
        await RequireAsync(ada);

        var elsewhere = await VisitAsync();
        await SignInAsync(elsewhere);
        await ConfirmIdentityAsync(elsewhere);
    }

    [Fact]
    public async Task A_provider_that_wants_requests_posted_gets_them_from_the_browser()
    {
        await SetUpAsync(await VisitAsAsync(_ada), "samlify");
        var read = (await App.Client(_ada.Token).GetAsync(Settings)).Json["identityProvider"]!;
        var posted = new
        {
            entityId = read["entityId"]!.GetValue<string>(),
            signOnUrl = read["signOnUrl"]!.GetValue<string>(),
            binding = "post",
            certificates = read["certificates"]!.AsArray().Select(certificate => certificate!["certificate"]!.GetValue<string>()),
        };
        await App.Client(_ada.Token).SendAsync(HttpMethod.Put, Settings, posted);
        await App.Client(_ada.Token).SendAsync(HttpMethod.Put, "companies/current/sso", new { inUse = "saml" });

        await SignInAsync(await VisitAsync());
    }

    private async Task SetUpAsync(Visitor ada, string provider)
    {
        await ada.OpenAsync("/settings/single-sign-on");
        await ada.FollowAsync("Set up SAML 2.0");
        await ada.FillAsync("Metadata URL (optional)", _peer.MetadataUrlOf(provider));
        await ada.PressAsync("Save");
        await ada.ShouldSeeAsync("SAML saved.");
    }

    private static async Task TestAsync(Visitor ada)
    {
        await ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Test connection") }).ClickAsync();
        await ada.ShouldSeeAsync("SAML 2.0 works.");
        await Expect(ada.Page.Locator(".sso-claims")).ToContainTextAsync("ada-0001");
    }

    private static async Task RequireAsync(Visitor ada)
    {
        await ada.OpenAsync("/settings/single-sign-on/use");
        await ada.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^SAML") }).CheckAsync();
        await ada.TickAsync("Require single sign-on");
        await ada.PressAsync("Save");
        await ada.ShouldSeeAsync("Single sign-on saved.");
    }

    private static async Task SignInAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/sign-in/sso?returnTo=/profile/sessions");
        await visitor.FillAsync("Email address", "ada@firm.example");
        await visitor.PressAsync("Continue");
        await visitor.ShouldSeeHeadingAsync("Sessions");
    }

    private async Task ConfirmIdentityAsync(Visitor visitor)
    {
        await AdvanceAsync(TimeSpan.FromMinutes(16));
        await visitor.OpenAsync("/profile/api-keys/new");
        await visitor.ShouldSeeHeadingAsync("Confirm it's you");
        await visitor.FollowAsync("Continue");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/profile/api-keys/new$"));
    }

    // The provider's clock goes on by itself, from where ours stood.
    private async Task AdvanceAsync(TimeSpan time)
    {
        App.Clock.Advance(time);
        await _peer.SetClockAsync(App.Clock.GetUtcNow());
    }
}
