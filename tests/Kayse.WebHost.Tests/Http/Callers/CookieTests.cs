using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.Callers;

/// <summary>The session cookie: for our own pages only, and no tool of other sites.</summary>
public sealed class CookieTests(SharedApp shared) : AppTests(shared)
{
    private static readonly (string, string) _ownPage = ("Sec-Fetch-Site", "same-origin");
    private static readonly (string, string) _https = ("Kayse:PublicUrl", "https://localhost");
    private Person _person = null!;

    private object SignInBody => new { email = _person.Email, password = Person.Password };

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task A_page_of_ours_gets_the_cookie()
    {
        var answer = await App.Client().PostAsync("auth/sign-in", SignInBody, _ownPage);

        var cookie = answer.Header("Set-Cookie").ShouldNotBeNull();
        cookie.ShouldStartWith($"kayse_session={answer.At("session.token")};");
        cookie.ShouldContain("path=/");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("secure");
        cookie.ShouldNotContain("expires");
    }

    [Fact]
    public async Task Where_the_public_address_is_https_the_cookie_is_secure_and_bound_to_the_host_however_the_request_comes()
    {
        await using var app = new KayseApp(_https);
        var person = await app.SignUpAsync();
        foreach (var scheme in new[] { "http", "https" })
        {
            var body = new { email = person.Email, password = Person.Password };
            var cookie = (await app.Client(scheme: scheme).PostAsync("auth/sign-in", body, _ownPage))
                .Header("Set-Cookie")
                .ShouldNotBeNull();
            cookie.ShouldStartWith("__Host-kayse_session=");
            cookie.ShouldContain("secure");
            cookie.ShouldNotContain("domain");
        }
    }

    [Fact]
    public async Task Where_the_public_address_is_http_no_request_makes_the_cookie_secure()
    {
        var cookie = (await App.Client(scheme: "https").PostAsync("auth/sign-in", SignInBody, _ownPage))
            .Header("Set-Cookie")
            .ShouldNotBeNull();

        cookie.ShouldStartWith("kayse_session=");
        cookie.ShouldNotContain("secure");
    }

    [Fact]
    public async Task A_remembered_session_has_a_cookie_that_lasts()
    {
        var answer = await App.Client()
            .PostAsync(
                "auth/sign-in",
                new
                {
                    email = _person.Email,
                    password = Person.Password,
                    rememberMe = true,
                },
                _ownPage
            );

        answer.Header("Set-Cookie").ShouldNotBeNull().ShouldContain("expires=Wed, 04 Feb 2026 09:00:00 GMT");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Nothing", "1")]
    public async Task Nobody_else_gets_the_cookie(string name, string value) =>
        (await App.Client().PostAsync("auth/sign-in", SignInBody, (name, value)))
            .ShouldBe(HttpStatusCode.OK)
            .Header("Set-Cookie")
            .ShouldBeNull();

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.NoContent)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.NoContent)]
    [InlineData("Origin", "http://localhost:5080", HttpStatusCode.NoContent)]
    [InlineData("Origin", "http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("X-Nothing", "1", HttpStatusCode.Forbidden)]
    public async Task An_unsafe_request_by_cookie_must_come_from_a_page_of_ours(string name, string value, HttpStatusCode expected)
    {
        var answer = await App.Client().PostAsync("auth/sign-out", null, Cookie(), (name, value));

        answer.ShouldBe(expected);
        if (expected == HttpStatusCode.Forbidden)
            answer.ShouldRefuse(expected, "forbidden");
        (await App.Client(_person.Token).GetAsync("session")).Status.ShouldBe(
            expected == HttpStatusCode.Forbidden ? HttpStatusCode.OK : HttpStatusCode.Unauthorized
        );
    }

    [Fact]
    public async Task A_safe_request_by_cookie_may_come_from_anywhere()
    {
        (await App.Client().GetAsync("session", Cookie(), ("Sec-Fetch-Site", "cross-site"))).ShouldBe(HttpStatusCode.OK);
        (await App.Client().GetAsync("me", Cookie())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_in_the_header_needs_no_page() =>
        (await App.Client(_person.Token).PostAsync("me/sessions/sign-out-others", null, ("Sec-Fetch-Site", "cross-site"))).ShouldBe(
            HttpStatusCode.NoContent
        );

    [Fact]
    public async Task The_header_goes_before_the_cookie() =>
        (await App.Client("nonsense").GetAsync("session", Cookie())).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");

    [Fact]
    public async Task The_plain_cookie_is_nothing_where_the_public_address_is_https()
    {
        await using var app = new KayseApp(_https);
        var person = await app.SignUpAsync();

        (await app.Client().GetAsync("session", ("Cookie", $"kayse_session={person.Token}"))).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "unauthenticated"
        );
        (await app.Client().GetAsync("session", ("Cookie", $"__Host-kayse_session={person.Token}"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        var answer = await App.Client().PostAsync("auth/sign-out", null, Cookie(), _ownPage);

        answer.Header("Set-Cookie").ShouldNotBeNull().ShouldStartWith("kayse_session=; expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public async Task Signing_out_has_the_browser_forget_pages_and_storage_but_not_the_trusted_device()
    {
        (await App.Client().PostAsync("auth/sign-out", null, Cookie(), _ownPage))
            .Header("Clear-Site-Data")
            .ShouldBe("\"cache\", \"storage\"");

        var other = await App.SignUpAsync();
        (await App.Client(other.Token).PostAsync("auth/sign-out"))
            .ShouldBe(HttpStatusCode.NoContent)
            .Header("Clear-Site-Data")
            .ShouldBeNull("a program has no site data");
    }

    private (string, string) Cookie() => ("Cookie", $"other=1; kayse_session={_person.Token}");
}
