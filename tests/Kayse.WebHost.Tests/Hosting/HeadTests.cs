using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>HEAD is answered wherever GET is: the same status and headers, without the body.</summary>
public sealed class HeadTests(SharedApp shared) : AppTests(shared)
{
    [Theory]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/me")]
    [InlineData("/api/v1/companies/current/members")]
    [InlineData("/api/v1/companies/current/audit-log?format=csv")]
    [InlineData("/api/v1/companies/current/members?limit=0")]
    [InlineData("/api/v1/companies/nonsense")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/sign-in")]
    [InlineData("/staff")]
    public async Task It_is_GET_without_a_body(string path)
    {
        var client = App.Client((await App.SignUpAsync()).Token);
        var (get, head) = (await client.GetAsync(path), await client.SendAsync(HttpMethod.Head, path, null));

        head.Status.ShouldBe(get.Status);
        head.Text.ShouldBeEmpty();
        foreach (
            var (name, value) in get.Headers.Where(header =>
                header.Key is not ("Set-Cookie" or "Date" or "Transfer-Encoding")
                && !header.Key.StartsWith("X-RateLimit", StringComparison.Ordinal)
            )
        )
            head.Header(name).ShouldBe(value, name);
    }

    [Fact]
    public async Task It_wants_a_session_as_GET_does() =>
        (await App.Client().SendAsync(HttpMethod.Head, "session", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Where_GET_is_not_allowed_it_is_not_either() =>
        (await App.Client().SendAsync(HttpMethod.Head, "companies", null)).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
}
