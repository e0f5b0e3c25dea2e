using System.Net;
using Kayse.Client.Tests.Support;

namespace Kayse.Client.Tests.Authentication;

/// <summary>Kayse's cookie, where a service accepts it.</summary>
public sealed class CookieTests
{
    private static readonly (string, string) _cookie = ("Cookie", "kayse_session=s1.secret");
    private readonly StubKayse _kayse = new();

    [Fact]
    public async Task It_is_accepted_only_where_that_was_chosen()
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);
        await using var accepting = await AcceptingAsync();

        (await app.SendAsync(HttpMethod.Get, "/crm", null, _cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await accepting.SendAsync(HttpMethod.Get, "/crm", null, _cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Unauthorized)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Unauthorized)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("X-None", "", HttpStatusCode.Unauthorized)]
    public async Task What_changes_something_must_come_from_a_page_of_this_host(string header, string value, HttpStatusCode status)
    {
        await using var app = await AcceptingAsync();

        (await app.SendAsync(HttpMethod.Post, "/crm", null, _cookie, (header, value))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Over_https_only_the_cookie_that_this_host_alone_can_set_counts()
    {
        await using var app = await AcceptingAsync();
        app.Http.BaseAddress = new Uri("https://localhost");

        (await app.SendAsync(HttpMethod.Get, "/crm", null, _cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await app.SendAsync(HttpMethod.Get, "/crm", null, ("Cookie", "__Host-kayse_session=s1.secret"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task A_header_goes_before_it()
    {
        await using var app = await AcceptingAsync();

        (await app.SendAsync(HttpMethod.Get, "/crm", null, _cookie, ("Authorization", "Basic eDp5"))).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
    }

    private Task<ProtectedApp> AcceptingAsync() => ProtectedApp.StartAsync(_kayse, options => options.AcceptCookie = true);
}
