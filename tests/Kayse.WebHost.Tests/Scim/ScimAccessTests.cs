using System.Net;
using Kayse.Grains.Scim;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>Who may use SCIM: whoever holds a live token of the company, in that company alone.</summary>
[Collection(ScimCollection.Name)]
public sealed class ScimAccessTests(SharedApp shared) : IAsyncLifetime
{
    private ScimCompany _company = null!;

    public async Task InitializeAsync() => _company = await ScimCompany.FoundAsync(shared.App);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Every route that there is, also those that will be added.</summary>
    [Fact]
    public async Task Every_route_refuses_whoever_has_no_token()
    {
        var routes = Routes().ToList();
        routes.Count.ShouldBeGreaterThanOrEqualTo(17);
        var key = await CreateApiKeyAsync();
        string?[] others =
        [
            null,
            "",
            "nonsense",
            _company.Owner.Token,
            key,
            ScimToken.Create(_company.Owner.CompanyId, out _),
            $"kayse_scim_{_company.Owner.Token}",
        ];
        foreach (var (method, path) in routes)
        {
            foreach (var token in others)
            {
                var answer = await shared.App.Client(token).SendAsync(new HttpMethod(method), path, "{ not even JSON");
                ShouldRefuse(answer, HttpStatusCode.Unauthorized, scimType: null, $"{method} {path} with {token}");
                answer.Header("WWW-Authenticate")!.ShouldStartWith("Bearer");
            }
        }
    }

    [Fact]
    public async Task A_session_cookie_is_no_token()
    {
        var answer = await shared.App.Client().GetAsync("/scim/v2/Users", ("Cookie", $"kayse_session={_company.Owner.Token}"));
        ShouldRefuse(answer, HttpStatusCode.Unauthorized, scimType: null);
    }

    [Fact]
    public async Task A_token_opens_nothing_but_SCIM()
    {
        var client = shared.App.Client(await _company.CreateTokenAsync());
        (await client.GetAsync("session")).ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("companies/current/members")).ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("companies/current/scim/tokens")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_of_one_company_shows_and_changes_nothing_of_another()
    {
        var other = await ScimCompany.FoundAsync(shared.App);
        var (ben, group) = (await _company.AddAsync("ben"), await GroupOfAsync(_company));

        foreach (var path in new[] { $"/Users/{ben}", $"/Users/{_company.Owner.UserId}", $"/Groups/{group}" })
        {
            ShouldRefuse(await other.SendAsync("GET", path), HttpStatusCode.NotFound, scimType: null);
            ShouldRefuse(await other.SendAsync("DELETE", path), HttpStatusCode.NotFound, scimType: null);
            var patch = """{"Operations":[{"op":"replace","path":"displayName","value":"Mallory"}]}""";
            ShouldRefuse(await other.SendAsync("PATCH", path, patch), HttpStatusCode.NotFound, scimType: null);
        }

        (await other.SendAsync("GET", "/Users?filter=externalId%20eq%20%22ext-ben%22")).Json["totalResults"]!.GetValue<int>().ShouldBe(0);
        (await other.SendAsync("GET", "/Users")).Json["totalResults"]!.GetValue<int>().ShouldBe(1);
        var taken = await other.SendAsync("POST", "/Users", new { userName = $"ben@{_company.Domain}" });
        ShouldRefuse(taken, HttpStatusCode.Forbidden, scimType: null);
        (await _company.SendAsync("GET", $"/Users/{ben}")).At("displayName").ShouldBe("ben");
    }

    [Fact]
    public async Task The_last_Super_Admin_can_be_neither_deactivated_nor_removed()
    {
        var path = $"/Users/{_company.Owner.UserId}";
        var off = """{"Operations":[{"op":"replace","path":"active","value":false}]}""";
        ShouldRefuse(await _company.SendAsync("PATCH", path, off), HttpStatusCode.Forbidden, scimType: null);
        ShouldRefuse(await _company.SendAsync("DELETE", path), HttpStatusCode.Forbidden, scimType: null);
        (await shared.App.Client(_company.Owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_guesses_tokens_is_slowed_down_and_the_identity_provider_is_not()
    {
        await using var app = new KayseApp(
            ("Kayse:RateLimits:Enabled", "true"),
            ("Kayse:RateLimits:WrongScimTokensPerCaller:PermitLimit", "2"),
            ("Kayse:RateLimits:ScimRequestsPerCompany:PermitLimit", "3")
        );
        var company = await ScimCompany.FoundAsync(app);
        for (var i = 0; i < 2; i++)
            ShouldRefuse(await app.Client("wrong").GetAsync("/scim/v2/Users"), HttpStatusCode.Unauthorized, scimType: null);
        ShouldBeTold(await app.Client("wrong").GetAsync("/scim/v2/Users"));

        for (var i = 0; i < 3; i++)
            (await company.SendAsync("GET", "/Users")).ShouldBe(HttpStatusCode.OK);
        ShouldBeTold(await company.SendAsync("GET", "/Users"));

        static void ShouldBeTold(ApiAnswer answer) =>
            ShouldRefuse(answer, HttpStatusCode.TooManyRequests, scimType: null).Header("Retry-After").ShouldNotBeNull();
    }

    /// <summary>That it is an error of SCIM.</summary>
    internal static ApiAnswer ShouldRefuse(ApiAnswer answer, HttpStatusCode status, string? scimType, string? what = null)
    {
        answer.Status.ShouldBe(status, $"{what}: {answer.Text}");
        answer.Header("Content-Type").ShouldBe("application/scim+json", what);
        answer.Json["schemas"]![0]!.GetValue<string>().ShouldBe("urn:ietf:params:scim:api:messages:2.0:Error", what);
        answer.At("status").ShouldBe(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), what);
        answer.At("detail").ShouldNotBeNullOrWhiteSpace(what);
        ((string?)answer.Json["scimType"]).ShouldBe(scimType, $"{what}: {answer.Text}");
        return answer;
    }

    private static async Task<string> GroupOfAsync(ScimCompany company) =>
        (await company.SendAsync("POST", "/Groups", new { displayName = "Litigation" })).ShouldBe(HttpStatusCode.Created).At("id");

    private async Task<string> CreateApiKeyAsync() =>
        (await shared.App.Client(_company.Owner.Token).PostAsync("me/api-keys", new { name = "Sync", permissions = new[] { "admin" } }))
            .ShouldBe(HttpStatusCode.Created)
            .At("key");

    private IEnumerable<(string Method, string Path)> Routes() =>
        from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern.RawText!
        where pattern.StartsWith("/scim/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, pattern.Replace("{id}", EntityId.New(shared.App.Clock), StringComparison.Ordinal));
}
