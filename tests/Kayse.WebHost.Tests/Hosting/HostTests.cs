using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>What the host answers besides the API.</summary>
public sealed class HostTests(SharedApp shared) : AppTests(shared)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_is_healthy(string path) =>
        (await App.Client().GetAsync(path)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe("Healthy");

    [Theory]
    [InlineData("/")]
    [InlineData("/invitations/accept")]
    [InlineData("/docs")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/reset-password")]
    public async Task Every_answer_has_the_security_headers(string path)
    {
        var answer = await App.Client().GetAsync(path);

        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        var policy = answer.Header("Content-Security-Policy").ShouldNotBeNull();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe-eval");
        answer.Header("Strict-Transport-Security").ShouldBeNull();
        answer.Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        answer.Header("Access-Control-Allow-Origin").ShouldBeNull();
        answer.Header("Server").ShouldBeNull();
    }

    [Fact]
    public async Task Https_is_to_stay_where_the_public_address_is_https()
    {
        await using var app = new KayseApp(("Kayse:PublicUrl", "https://localhost"));
        (await app.Client().GetAsync("session")).Header("Strict-Transport-Security").ShouldBe("max-age=31536000");
        (await App.Client(scheme: "https").GetAsync("session")).Header("Strict-Transport-Security").ShouldBeNull();
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-up")]
    [InlineData("/invitations/accept")]
    [InlineData("/reset-password")]
    [InlineData("/not-me")]
    [InlineData("/development/mail")]
    public async Task Pages_have_no_script_or_style_of_their_own(string path)
    {
        var page = (await App.Client().GetAsync(path)).ShouldBe(HttpStatusCode.OK);

        page.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        page.Text.ShouldNotContain("<style", Case.Insensitive);
        page.Text.ShouldNotContain("style=", Case.Insensitive);
        page.Text.ShouldNotContain("onclick", Case.Insensitive);
        page.Text.Split("<script").Skip(1).ShouldAllBe(script => script.StartsWith(" src=\"/assets/", StringComparison.Ordinal));
        page.Header("Content-Security-Policy").ShouldNotBeNull().ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task What_pages_load_has_an_address_of_its_own_for_each_version_and_is_kept_for_ever()
    {
        var page = (await App.Client().GetAsync("/sign-in")).ShouldBe(HttpStatusCode.OK).Text;
        var files = page.Split('"').Where(text => text.StartsWith("/assets/", StringComparison.Ordinal)).Distinct().ToList();

        files.Count.ShouldBeGreaterThan(2);
        foreach (var file in files)
        {
            file.ShouldMatch("\\.[0-9a-f]{12}\\.");
            (await App.Client().GetAsync(file))
                .ShouldBe(HttpStatusCode.OK)
                .Header("Cache-Control")
                .ShouldBe("public, max-age=31536000, immutable");
        }
    }

    [Fact]
    public async Task The_benchmarks_route_is_there_when_asked_for()
    {
        (await App.Client().GetAsync("/bench/noop")).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var bench = new KayseApp(("Kayse:Bench:Enabled", "true"));

        (await bench.Client().GetAsync("/bench/noop")).ShouldBe(HttpStatusCode.OK).At("role").ShouldBe("user");
    }

    [Fact]
    public async Task Forwarded_addresses_are_believed_from_known_proxies_only()
    {
        await using var behind = new KayseApp(("Kayse:Proxies:Known:0", "10.0.0.0/8"));
        foreach (
            var (app, connection, expected) in new[]
            {
                (App, "10.1.1.1", "10.1.1.1"),
                (behind, "10.1.1.1", "203.0.113.7"),
                (behind, "192.0.2.1", "192.0.2.1"),
            }
        )
        {
            var person = await app.SignUpAsync();
            await app.Client()
                .PostAsync(
                    "auth/sign-in",
                    new { email = person.Email, password = Person.Password },
                    (KayseApp.RemoteAddressHeader, connection),
                    ("X-Forwarded-For", "203.0.113.7")
                );
            var sessions = (await app.Client(person.Token).GetAsync("me/sessions")).Json["items"]!.AsArray();
            sessions.Single(session => !session!["current"]!.GetValue<bool>())!["ipAddress"]!.GetValue<string>().ShouldBe(expected);
        }
    }
}
