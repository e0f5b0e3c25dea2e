using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Domains;

/// <summary>Verified domains (CO-12), against a name server of the test's own.</summary>
public sealed class DomainTests(DomainsApp shared) : IClassFixture<DomainsApp>, IAsyncLifetime
{
    private const string Url = "companies/current/domains";
    private readonly LocalNameServer _dns = shared.Dns;
    private readonly KayseApp _app = shared.App;
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public async Task InitializeAsync()
    {
        _owner = await _app.SignUpAsync();
        _admin = _app.Client(_owner.Token);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_domain_is_added_published_verified_and_removed()
    {
        var added = (await _admin.PostAsync(Url, new { domain = "Bücher.Example" })).ShouldBe(HttpStatusCode.Created);
        added.Header("Location")!.ShouldEndWith("/domains/xn--bcher-kva.example");
        (added.At("domain"), added.At("status"), added.At("record.type")).ShouldBe(("xn--bcher-kva.example", "pending", "TXT"));
        added.At("record.name").ShouldBe("_kayse-challenge.xn--bcher-kva.example");

        (await VerifyAsync("xn--bcher-kva.example")).At("lastCheck.result").ShouldBe("missing");
        _dns[added.At("record.name")] = NameServerResponse.Of("kayse-domain-verification=wrong");
        (await VerifyAsync("xn--bcher-kva.example")).At("lastCheck.result").ShouldBe("mismatch");
        _dns[added.At("record.name")] = NameServerResponse.Failure;
        (await VerifyAsync("xn--bcher-kva.example")).At("lastCheck.result").ShouldBe("unreachable");
        _dns[added.At("record.name")] = NameServerResponse.Of("v=spf1 -all", added.At("record.value"));
        (await VerifyAsync("XN--BCHER-KVA.example")).At("status").ShouldBe("verified");
        (await _admin.GetAsync(Url)).Json["items"]![0]!["lastCheck"]!["result"]!.GetValue<string>().ShouldBe("found");

        (await _admin.DeleteAsync($"{Url}/xn--bcher-kva.example")).ShouldBe(HttpStatusCode.NoContent);
        (await _admin.DeleteAsync($"{Url}/xn--bcher-kva.example")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await _admin.GetAsync(Url)).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_domain_is_verified_by_one_company_only()
    {
        _dns["_kayse-challenge.shared.example"] = NameServerResponse.Of(await RecordOfAsync(_admin, "shared.example"));
        (await VerifyAsync("shared.example")).At("status").ShouldBe("verified");
        var other = _app.Client((await _app.SignUpAsync("other@shared.example")).Token);
        _dns["_kayse-challenge.shared.example"] = NameServerResponse.Of(await RecordOfAsync(other, "shared.example"));

        (await other.PostAsync($"{Url}/shared.example/verify")).ShouldRefuse(HttpStatusCode.Conflict, "domain_in_use");
    }

    [Theory]
    [InlineData("gmail.com", "domain_public")]
    [InlineData("not a domain", "domain_invalid")]
    [InlineData("localhost", "domain_invalid")]
    public async Task What_no_company_can_have_is_refused_at_its_field(string domain, string code) =>
        (await _admin.PostAsync(Url, new { domain })).ShouldRefuse(HttpStatusCode.UnprocessableEntity, code).Json["errors"]!
            ["domain"]
            .ShouldNotBeNull();

    [Fact]
    public async Task The_console_adds_checks_and_removes_a_domain()
    {
        var browser = _app.Browser(_owner);
        (await browser.GetAsync("/settings/domains")).ShouldSay("No domains yet");
        (await browser.SubmitAsync("/settings/domains/new", "add", ("domain", "gmail.com"))).ErrorOf("domain").ShouldNotBeEmpty();

        var page = await browser.SubmitAsync("/settings/domains/new", "add", ("domain", "jones.example"));

        page.ShouldBeAt("/settings/domains/jones.example").ShouldSay("_kayse-challenge.jones.example");
        page = await browser.SubmitAsync(page, "verify");
        page.ShouldSay("We found no TXT record with this name.");
        _dns["_kayse-challenge.jones.example"] = NameServerResponse.Of(await RecordOfAsync(_admin, "jones.example"));
        page = await browser.SubmitAsync(page, "verify");
        page.ShouldBeAt("/settings/domains/jones.example").ShouldSay("jones.example is verified.");
        (await browser.GetAsync("/settings/domains")).ShouldSay("Verified");
        (await browser.SubmitAsync("/settings/domains/jones.example/remove", "remove")).ShouldSay("jones.example removed.");
        (await browser.GetAsync("/settings/domains/jones.example")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<ApiAnswer> VerifyAsync(string domain) =>
        (await _admin.PostAsync($"{Url}/{domain}/verify")).ShouldBe(HttpStatusCode.OK);

    private static async Task<string> RecordOfAsync(ApiClient client, string domain) =>
        (await client.PostAsync(Url, new { domain })).ShouldBe(HttpStatusCode.Created).At("record.value");
}
