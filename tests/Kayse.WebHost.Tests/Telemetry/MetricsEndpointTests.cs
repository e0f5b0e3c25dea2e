using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Telemetry;

/// <summary>UI-4: Prometheus reads <c>/metrics</c> with a token, and nobody else does.</summary>
public sealed class MetricsEndpointTests(MetricsEndpointTests.MeasuredApp measured) : IClassFixture<MetricsEndpointTests.MeasuredApp>
{
    private const string Token = "a-token-of-forty-characters-for-metrics!";

    private KayseApp App => measured.App;

    [Theory]
    [InlineData("")]
    [InlineData("a-token-of-forty-characters-for-metrics?")]
    [InlineData("a-token")]
    public async Task Without_the_token_there_is_no_such_page(string token) =>
        (await App.Client(token.Length == 0 ? null : token).GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Without_a_configured_token_nothing_opens_it()
    {
        await using var app = new KayseApp();
        (await app.Client(Token).GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_port_of_its_own_serves_it_without_a_token_and_nothing_else()
    {
        var port = FreePort.Next();
        await using var app = new KayseApp(("Kayse:Telemetry:MetricsPort", $"{port}"));
        (await app.Client().GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        (await http.GetStringAsync("metrics")).ShouldContain("kayse_outbox_depth");
        (await http.GetAsync("api/v1/session")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_session_does_not_open_it()
    {
        var owner = await App.SignUpAsync();
        (await App.Client(owner.Token).GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_counts_checks_sign_ins_and_mail_and_names_nobody()
    {
        var owner = await App.SignUpAsync();
        await App.SignInAsync(owner.Email);
        await App.Client().PostAsync("auth/sign-in", new { email = owner.Email, password = "never the password" });
        await App.Client(owner.Token).GetAsync("session");
        await App.Client(owner.Token[..^1] + (owner.Token[^1] == 'A' ? 'Q' : 'A')).GetAsync("session");

        var page = (await App.Client(Token).GetAsync("/metrics")).ShouldBe(HttpStatusCode.OK).Text;

        foreach (
            var series in new[]
            {
                """kayse_session_checks_total{otel_scope_name="Kayse.Sessions",answered="local",outcome="live"}""",
                """kayse_session_checks_total{otel_scope_name="Kayse.Sessions",answered="local",outcome="unknown"}""",
                """kayse_signin_total{otel_scope_name="Kayse.SignIn",method="password",outcome="succeeded"}""",
                """kayse_signin_total{otel_scope_name="Kayse.SignIn",method="password",outcome="failed"}""",
                "kayse_outbox_depth",
                "kayse_outbox_oldest_seconds",
                "orleans_grains",
                "dotnet_gc_collections_total",
                "http_route=\"/api/v1/session\"",
            }
        )
            page.ShouldContain(series);
        foreach (var name in new[] { owner.Email, owner.UserId, owner.CompanyId, owner.SessionId })
            page.ShouldNotContain(name);
    }

    public sealed class MeasuredApp : IAsyncLifetime
    {
        public KayseApp App { get; } = new(("Kayse:Telemetry:MetricsToken", Token));

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
