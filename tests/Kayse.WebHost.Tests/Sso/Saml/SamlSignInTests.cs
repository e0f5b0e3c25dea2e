using System.IO.Compression;
using System.Net;
using Kayse.Grains.Sso;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Whole sign-ins by identity providers of others (EN-2).</summary>
public sealed class SamlSignInTests(SamlApp shared) : IClassFixture<SamlApp>
{
    private const string Url = "companies/current/sso/saml";
    private readonly KayseApp _app = shared.App;

    [Theory]
    [InlineData("samlp")]
    [InlineData("samlify")]
    [InlineData("saml-idp")]
    public async Task Somebody_signs_in_by_a_provider_whose_metadata_was_read(string provider)
    {
        await UseAsync(new { metadataUrl = shared.Peer.MetadataUrlOf(provider) });

        var browser = await SignInAsync();

        (await browser.GetAsync("/profile")).ShouldBe(HttpStatusCode.OK).ShouldSay("ben@jones.example");
    }

    [Theory]
    [InlineData("?sign=response")]
    [InlineData("?sign=both")]
    [InlineData("?encrypt=gcm")]
    public async Task Providers_may_sign_and_encrypt_in_several_ways(string query)
    {
        await UseAsync(SamlApp.ByHand(signOnUrl: shared.Peer.SignOnUrlOf("samlp", query)));

        (await SignInAsync()).Cookie("kayse_session").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("?algorithm=rsa-sha1")]
    [InlineData("?digest=sha1")]
    [InlineData("?encrypt=cbc")]
    public async Task What_is_signed_or_encrypted_weakly_is_refused(string query)
    {
        await UseAsync(SamlApp.ByHand(signOnUrl: shared.Peer.SignOnUrlOf("samlp", query)));

        var browser = await SignInAsync(to: "/sign-in?refused=sso_failed");

        browser.Cookie("kayse_session").ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_that_wants_requests_posted_gets_them_posted_and_signed()
    {
        await UseAsync(SamlApp.ByHand("urn:samlify", shared.Peer.SignOnUrlOf("samlify", "?signed=1"), "post"));

        (await SignInAsync()).Cookie("kayse_session").ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_who_signed_in_by_it_confirms_their_identity_by_it()
    {
        await UseAsync(new { metadataUrl = shared.Peer.MetadataUrlOf("samlp") });
        var browser = await SignInAsync();

        var begun = await browser.SendOnceAsync(HttpMethod.Get, "/sso/step-up?returnTo=/profile");

        RequestIn(begun.Location!).ShouldContain("ForceAuthn=\"true\"");
        await CompleteAsync(browser, await shared.Peer.SignInAsync(begun.Location!), "/profile");
    }

    [Fact]
    public async Task A_provider_may_sign_with_a_certificate_that_only_its_metadata_names()
    {
        await UseAsync(new { metadataUrl = shared.Peer.MetadataUrlOf("samlp") });
        var connection = _app.Services.GetRequiredService<IGrainFactory>()
            .GetGrain<ISsoConnectionGrain>(SsoConnectionIds.Of(shared.Owner.CompanyId, SsoProtocol.Saml));
        var settings = (await connection.GetAsync())!.Saml!;
        var outdated = Convert.ToBase64String(Signer.Stranger.Certificate.RawData);
        await connection.RefreshSamlAsync(new SamlProvider(settings.EntityId, settings.SignOnUrl, settings.Binding, [outdated]));
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        await shared.Peer.SetClockAsync(_app.Clock.GetUtcNow());

        await SignInAsync();

        (await connection.GetAsync())!.Saml!.Certificates.ShouldBe(settings.Certificates);
    }

    [Fact]
    public async Task A_response_opens_nothing_in_another_browser_nor_a_second_time()
    {
        await UseAsync(new { metadataUrl = shared.Peer.MetadataUrlOf("samlp") });
        var browser = _app.Browser();
        var response = await shared.Peer.SignInAsync(await BeginAsync(browser));

        var code = (await PostAsync(response)).Location!;
        (await _app.Browser().GetAsync(code)).Url.ShouldBe("/sign-in?refused=sso_attempt_expired");
        (await browser.GetAsync((await PostAsync(response)).Location!)).Url.ShouldBe("/sign-in?refused=sso_failed");
        (await browser.GetAsync(code)).Url.ShouldBe("/sign-in?refused=sso_attempt_expired");
        browser.Cookie("kayse_session").ShouldBeNull();
    }

    [Fact]
    public async Task A_response_that_nobody_asked_for_begins_a_sign_in_of_ours()
    {
        await UseAsync(new { metadataUrl = shared.Peer.MetadataUrlOf("samlp") });
        var settings = (await shared.Admin.GetAsync(Url)).ShouldBe(HttpStatusCode.OK);
        var sample = new SampleResponse
        {
            Issuer = "urn:samlp",
            ResponseIssuer = "urn:samlp",
            Audiences = SampleResponse.ForAudience(settings.At("serviceProvider.entityId")),
            Recipient = settings.At("serviceProvider.acsUrl"),
            Destination = null,
            InResponseTo = null,
        }.IssuedAt(_app.Clock.GetUtcNow());
        var browser = _app.Browser();

        var answer = await browser.SendOnceAsync(
            HttpMethod.Post,
            new Uri(sample.Recipient!).PathAndQuery,
            new FormUrlEncodedContent([new("SAMLResponse", Convert.ToBase64String(Signer.Trusted.Sign(sample.ToXml()).Bytes()))])
        );

        answer.Location!.ShouldStartWith(shared.Peer.SignOnUrlOf("samlp", "?SAMLRequest="));
        await CompleteAsync(browser, await shared.Peer.SignInAsync(answer.Location!), "/");
    }

    [Theory]
    [InlineData("SAMLResponse=%3D%3D%3D")]
    [InlineData("SAMLResponse=")]
    [InlineData("SAMLResponse=PHg%2BPC94Pg%3D%3D&RelayState=%00")]
    [InlineData("SAMLResponse=a&SAMLResponse=b")]
    [InlineData("RelayState=x")]
    [InlineData("")]
    public async Task What_is_no_response_leads_back_to_the_sign_in_page(string form)
    {
        var acs = new Uri((await shared.Admin.GetAsync(Url)).At("serviceProvider.acsUrl")).PathAndQuery;
        using var content = new StringContent(
            form,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")
        );

        var answer = await _app.Browser().SendOnceAsync(HttpMethod.Post, acs, content);

        (answer.Status, answer.Location).ShouldBe((HttpStatusCode.SeeOther, "/sign-in?refused=sso_attempt_expired"));
    }

    [Fact]
    public async Task A_test_shows_the_decoded_assertion_and_what_to_change_at_the_provider()
    {
        await UseAsync(SamlApp.ByHand("urn:wrong", shared.Peer.SignOnUrlOf("samlp")));
        var browser = _app.Browser(shared.Owner);

        var begun = await browser.SendOnceAsync(HttpMethod.Get, "/sso/test/saml");
        var tested = await browser.SendOnceAsync(
            HttpMethod.Get,
            (await PostAsync(await shared.Peer.SignInAsync(begun.Location!))).Location!
        );

        tested.Location.ShouldBe("/settings/single-sign-on/test");
        var page = (await browser.GetAsync(tested.Location!)).ShouldBe(HttpStatusCode.OK);
        page.ShouldSay("Expected urn:wrong, found urn:samlp.").ShouldSay("Microsoft Entra Identifier").ShouldSay("ben-0042");
        var test = (await shared.Admin.GetAsync("companies/current/sso")).Json["lastTest"]!;
        var checks = test["checks"]!
            .AsArray()
            .ToDictionary(check => check!["name"]!.GetValue<string>(), check => check!["passed"]!.GetValue<bool>());
        (checks["Signature"], checks["Issuer"], checks["Audience"]).ShouldBe((true, false, true));
    }

    private static string RequestIn(string url)
    {
        var request = QueryHelpers.ParseQuery(new Uri(url).Query)["SAMLRequest"].ToString();
        using var inflated = new DeflateStream(new MemoryStream(Convert.FromBase64String(request)), CompressionMode.Decompress);
        using var text = new StreamReader(inflated);
        return text.ReadToEnd();
    }

    private async Task UseAsync(object settings)
    {
        (await shared.Admin.SendAsync(HttpMethod.Put, Url, settings)).ShouldBe(HttpStatusCode.OK);
        (await shared.Admin.SendAsync(HttpMethod.Put, "companies/current/sso", new { inUse = "saml" })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<PageClient> SignInAsync(string to = "/")
    {
        var browser = _app.Browser();
        var begun = await browser.SendOnceAsync(HttpMethod.Get, "/sso/start?email=ben@jones.example");
        var response = begun.Location is { } url
            ? await shared.Peer.SignInAsync(url)
            : await shared.Peer.SignInAsync(begun.ShouldBe(HttpStatusCode.OK).Forms.Single());
        await CompleteAsync(browser, response, to);
        return browser;
    }

    private static async Task<string> BeginAsync(PageClient browser) =>
        (await browser.SendOnceAsync(HttpMethod.Get, "/sso/start?email=ben@jones.example")).Location!;

    private async Task CompleteAsync(PageClient browser, PageForm response, string to)
    {
        var code = (await PostAsync(response)).Location!;
        var completed = await browser.SendOnceAsync(HttpMethod.Get, code);
        completed.Location.ShouldBe(to, _app.Logs.Security[^1].Text);
    }

    // Another site's form brings no cookies of ours that are Lax.
    private Task<Page> PostAsync(PageForm response)
    {
        var content = new FormUrlEncodedContent(response.Values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        return _app.Browser().SendOnceAsync(HttpMethod.Post, new Uri(response.Action!).PathAndQuery, content);
    }
}
