using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.Cors;

/// <summary>Pages of configured origins may call the API with a token, and no page may with a cookie.</summary>
public sealed class CrossOriginTests : IAsyncLifetime
{
    private const string Origin = "https://app.example.com";
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string AllowCredentials = "Access-Control-Allow-Credentials";

    private readonly KayseApp _app = new(("Kayse:Cors:Origins:0", Origin), ("Kayse:Cors:Origins:1", "http://localhost:3000"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("session", "GET")]
    [InlineData("authorize", "POST")]
    [InlineData("companies/current/members/x", "PATCH")]
    [InlineData("no-such-route", "DELETE")]
    public async Task A_preflight_of_a_configured_origin_is_allowed_and_may_be_kept(string path, string method)
    {
        var answer = await PreflightAsync(path, method, Origin);

        answer.ShouldBe(HttpStatusCode.NoContent);
        answer.Header(AllowOrigin).ShouldBe(Origin);
        answer.Header("Access-Control-Allow-Methods")!.Split(',', StringSplitOptions.TrimEntries).ShouldContain(method);
        var headers = answer.Header("Access-Control-Allow-Headers")!;
        foreach (var header in new[] { "Authorization", "Content-Type", "Idempotency-Key", "If-Match" })
            headers.ShouldContain(header, Case.Insensitive);
        answer.Header("Access-Control-Max-Age").ShouldBe("7200");
        answer.Header(AllowCredentials).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("http://app.example.com")]
    [InlineData("https://app.example.com:8443")]
    [InlineData("null")]
    public async Task Other_origins_are_told_nothing(string origin)
    {
        (await PreflightAsync("session", "GET", origin)).Header(AllowOrigin).ShouldBeNull();
        (await _app.Client().GetAsync("session", ("Origin", origin))).Header(AllowOrigin).ShouldBeNull();
    }

    [Fact]
    public async Task Answers_and_refusals_can_be_read_by_the_page()
    {
        var person = await _app.SignUpAsync();
        var client = _app.Client(person.Token);

        var session = (await client.GetAsync("session", ("Origin", Origin))).ShouldBe(HttpStatusCode.OK);
        session.Header(AllowOrigin).ShouldBe(Origin);
        session.Header("Access-Control-Expose-Headers")!.ShouldContain("ETag");
        session.Header(AllowCredentials).ShouldBeNull();
        foreach (
            var refused in new[]
            {
                await _app.Client().GetAsync("session", ("Origin", Origin)),
                await client.GetAsync("no-such-route", ("Origin", Origin)),
                await client.PostAsync("authorize", "{", ("Origin", Origin)),
                await client.PostAsync("companies/current/scopes", "{}", ("Origin", Origin)),
            }
        )
        {
            ((int)refused.Status).ShouldBeInRange(400, 499);
            refused.Header(AllowOrigin).ShouldBe(Origin, refused.Text);
        }
    }

    [Fact]
    public async Task A_cookie_from_another_origin_changes_nothing_and_sets_nothing()
    {
        var person = await _app.SignUpAsync();
        (string, string)[] headers = [("Origin", Origin), ("Sec-Fetch-Site", "cross-site"), ("Cookie", $"kayse_session={person.Token}")];

        (await _app.Client().PostAsync("auth/sign-out", null, headers)).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await _app.Client().GetAsync("session", headers)).Header(AllowCredentials).ShouldBeNull();
        var signedIn = await _app.Client()
            .PostAsync("auth/sign-in", new { email = person.Email, password = Person.Password }, headers[..2]);
        signedIn.ShouldBe(HttpStatusCode.OK).Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task Pages_of_the_console_are_not_for_other_origins() =>
        (await _app.Client().GetAsync("/sign-in", ("Origin", Origin))).Header(AllowOrigin).ShouldBeNull();

    [Fact]
    public async Task Without_configured_origins_there_is_no_cross_origin_access()
    {
        await using var app = new KayseApp();
        var answer = await app.Client()
            .SendRawAsync(HttpMethod.Options, "session", null, ("Origin", Origin), ("Access-Control-Request-Method", "GET"));

        answer.Header(AllowOrigin).ShouldBeNull();
    }

    private Task<ApiAnswer> PreflightAsync(string path, string method, string origin) =>
        _app.Client()
            .SendRawAsync(
                HttpMethod.Options,
                path,
                null,
                ("Origin", origin),
                ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", "authorization,content-type")
            );
}
