using System.Net;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.Logging;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>Which hosts are served, and what the public address decides.</summary>
public sealed class PublicOriginTests : IAsyncLifetime
{
    private readonly KayseApp _app = new(
        ("Kayse:PublicUrl", "https://accounts.firm.example:8443/kayse"),
        ("Kayse:AllowedHosts:0", "kayse.internal"),
        ("Kayse:AllowedHosts:1", "*.pods.example"),
        ("Kayse:Proxies:Known:0", "10.0.0.0/8")
    );

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("accounts.firm.example", true)]
    [InlineData("ACCOUNTS.firm.example:443", true)]
    [InlineData("kayse.internal:5080", true)]
    [InlineData("a.pods.example", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("accounts.firm.example.evil.example", false)]
    [InlineData("pods.example", false)]
    [InlineData("10.0.0.1", false)]
    public async Task A_host_is_served_when_it_is_configured(string host, bool isServed)
    {
        foreach (var path in new[] { "/health/live", "/api/v1/session", "/sign-in" })
        {
            var answer = await _app.Client().GetAsync(path, ("Host", host));
            if (isServed)
                answer.Status.ShouldNotBe(HttpStatusCode.BadRequest, path);
            else
                answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").At("detail").ShouldContain("host");
        }
    }

    [Theory]
    [InlineData("10.1.2.3", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData("10.1.2.3", "kayse.internal", HttpStatusCode.OK)]
    [InlineData("203.0.113.7", "evil.example", HttpStatusCode.OK)]
    public async Task A_forwarded_host_counts_when_a_known_proxy_says_so(string connection, string forwarded, HttpStatusCode expected)
    {
        var answer = await _app.Client()
            .GetAsync(
                "/health/live",
                ("Host", "accounts.firm.example"),
                ("X-Forwarded-Host", forwarded),
                (KayseApp.RemoteAddressHeader, connection)
            );

        answer.Status.ShouldBe(expected);
    }

    [Fact]
    public async Task That_requests_come_in_clear_is_said_once()
    {
        for (var i = 0; i < 3; i++)
            await _app.Client().GetAsync("/health/live", ("Host", "accounts.firm.example"));

        var warning = _app
            .Logs.Lines.Where(line => line.Level == LogLevel.Warning && line.Text.Contains("in clear", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        warning.Text.ShouldContain("https://accounts.firm.example:8443/kayse");
    }

    [Fact]
    public async Task Health_checks_on_the_machine_itself_are_no_reason_to_warn()
    {
        await _app.Client().GetAsync("/health/live", ("Host", "127.0.0.1:5080"));

        _app.Logs.Lines.ShouldNotContain(line => line.Text.Contains("in clear", StringComparison.Ordinal));
    }
}
