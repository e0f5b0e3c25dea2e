using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>The SAML connection of a company, over HTTP and in the console.</summary>
public sealed class SamlSettingsTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/sso/saml";
    private const string Page = "/settings/single-sign-on/saml";
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
    }

    [Fact]
    public async Task A_connection_is_set_up_shown_changed_and_removed()
    {
        var before = (await _admin.GetAsync(Url)).ShouldBe(HttpStatusCode.OK);
        before.Json["identityProvider"].ShouldBeNull();
        before.At("serviceProvider.entityId").ShouldEndWith("/metadata");

        var set = (await PutAsync(SamlApp.ByHand())).ShouldBe(HttpStatusCode.OK);
        (set.At("identityProvider.entityId"), set.At("identityProvider.binding")).ShouldBe(("urn:samlp", "redirect"));
        set.At("serviceProvider.acsUrl").ShouldBe(before.At("serviceProvider.acsUrl"));
        (await PutAsync(SamlApp.ByHand(binding: "post"))).At("identityProvider.binding").ShouldBe("post");

        (await _admin.DeleteAsync(Url)).ShouldBe(HttpStatusCode.NoContent);
        (await _admin.DeleteAsync(Url)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await _admin.GetAsync(Url)).Json["identityProvider"].ShouldBeNull();
    }

    [Theory]
    [InlineData("metadata", "<html/>", "metadata")]
    [InlineData("metadataUrl", "https://127.0.0.1/metadata", "metadataUrl")]
    [InlineData("metadataUrl", "file:///etc/passwd", "metadataUrl")]
    [InlineData("metadataUrl", "nowhere", "metadataUrl")]
    [InlineData("signOnUrl", "http://idp.jones.example/sso", "signOnUrl")]
    [InlineData("entityId", "", "entityId")]
    public async Task What_is_wrong_is_said_at_its_field(string member, string value, string field)
    {
        var settings = new Dictionary<string, object>
        {
            ["entityId"] = "urn:idp",
            ["signOnUrl"] = "https://idp.jones.example/sso",
            ["certificates"] = new[] { Signer.Trusted.Certificate.ExportCertificatePem() },
            [member] = value,
        };

        var refused = (await PutAsync(settings)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");

        refused.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([field]);
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_gap()
    {
        (await _admin.PostAsync($"{Url}/certificates")).ShouldRefuse(HttpStatusCode.Conflict, "sso_not_configured");
        await PutAsync(SamlApp.ByHand());
        (await MetadataAsync()).ShouldContain("AuthnRequestsSigned=\"false\"");

        var first = (await _admin.PostAsync($"{Url}/certificates")).ShouldBe(HttpStatusCode.OK);
        await _admin.PostAsync($"{Url}/certificates");
        (await _admin.PostAsync($"{Url}/certificates")).ShouldRefuse(HttpStatusCode.Conflict, "saml_certificate_limit_reached");
        var both = (await _admin.GetAsync(Url)).Json["serviceProvider"]!["certificates"]!.AsArray();
        var metadata = await MetadataAsync();
        metadata.ShouldContain("AuthnRequestsSigned=\"true\"");
        both.ShouldAllBe(certificate => metadata.Contains(certificate!["certificate"]!.GetValue<string>(), StringComparison.Ordinal));

        var old = first.Json["serviceProvider"]!["certificates"]![0]!["fingerprint"]!.GetValue<string>();
        (await _admin.DeleteAsync($"{Url}/certificates/{old}")).ShouldBe(HttpStatusCode.NoContent);
        (await _admin.DeleteAsync($"{Url}/certificates/{old}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        var left = (await _admin.GetAsync(Url)).Json["serviceProvider"]!["certificates"]!.AsArray().ShouldHaveSingleItem()!;
        left["fingerprint"]!.GetValue<string>().ShouldBe(both[1]!["fingerprint"]!.GetValue<string>());
    }

    [Fact]
    public async Task Metadata_of_a_connection_that_nobody_can_have_is_not_found()
    {
        using var http = App.Http();
        using var response = await http.GetAsync(new Uri("/sso/saml/nobody/metadata", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_console_sets_it_up_creates_a_certificate_and_removes_both()
    {
        var browser = App.Browser(_owner);
        var page = await browser.SubmitAsync(Page, "save", ("entityId", "urn:idp"), ("signOnUrl", "https://idp.jones.example/sso"));
        page.ErrorOf("certificates").ShouldContain("Add the certificate");

        page = await browser.SubmitAsync(
            Page,
            "save",
            ("entityId", "urn:idp"),
            ("signOnUrl", "https://idp.jones.example/sso"),
            ("certificates", Signer.Trusted.Certificate.ExportCertificatePem() + Signer.Stranger.Certificate.ExportCertificatePem())
        );
        page.ShouldBeAt("/settings/single-sign-on").ShouldSay("SAML saved.").ShouldSay("urn:idp");
        (await _admin.GetAsync(Url)).Json["identityProvider"]!["certificates"]!.AsArray().Count.ShouldBe(2);

        page = await browser.SubmitAsync(Page, "addKey");
        page.ShouldBeAt(Page).ShouldSay("Certificate created.");
        var removal = page.Links.Single(link => link.Url.Contains("/certificates/", StringComparison.Ordinal)).Url;
        (await browser.SubmitAsync(removal, "remove")).ShouldBeAt(Page).ShouldSay("Certificate removed.");
        (await browser.SubmitAsync($"{Page}/remove", "remove")).ShouldBeAt("/settings/single-sign-on").ShouldSay("SAML removed.");
    }

    private Task<ApiAnswer> PutAsync(object settings) => _admin.SendAsync(HttpMethod.Put, Url, settings);

    private async Task<string> MetadataAsync()
    {
        using var http = App.Http();
        var url = new Uri((await _admin.GetAsync(Url)).At("serviceProvider.metadataUrl")).PathAndQuery;
        return await http.GetStringAsync(new Uri(url, UriKind.Relative));
    }
}
