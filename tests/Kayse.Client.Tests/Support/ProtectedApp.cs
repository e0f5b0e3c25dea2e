using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kayse.Client.Tests.Support;

/// <summary>A service that authenticates by a <see cref="StubKayse"/>, in memory.</summary>
internal sealed class ProtectedApp(WebApplication app) : IAsyncDisposable
{
    public const string Token = "s1.secret";

    public HttpClient Http { get; } = app.GetTestClient();

    public static async Task<ProtectedApp> StartAsync(
        StubKayse kayse,
        Action<KayseAuthenticationOptions>? configure = null,
        Action<IServiceCollection>? before = null,
        Action<WebApplication>? routes = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        before?.Invoke(builder.Services);
        builder
            .Services.AddAuthentication(KayseDefaults.AuthenticationScheme)
            .AddKayse(options =>
            {
                options.Address = Clients.Address;
                configure?.Invoke(options);
            });
        builder
            .Services.AddHttpClient(SessionChecks.HttpClientNameOf(KayseDefaults.AuthenticationScheme))
            .ConfigurePrimaryHttpMessageHandler(() => kayse);
        var app = builder.Build();
        app.MapGet("/claims", (ClaimsPrincipal caller) => caller.Claims.Select(claim => $"{claim.Type}={claim.Value}"))
            .RequireAuthorization();
        app.MapMethods("/crm", ["GET", "POST"], () => "ok").RequireAuthorization("kayse:crm.access");
        app.MapGet("/billing", () => "ok").RequireAuthorization("kayse:billing.read");
        app.MapGet("/anonymous", (ClaimsPrincipal caller) => caller.Identity!.IsAuthenticated);
        app.MapGet("/token", async (HttpContext context) => await context.GetTokenAsync(KayseDefaults.TokenName) ?? "none");
        routes?.Invoke(app);
        await app.StartAsync();
        return new ProtectedApp(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = Token) => SendAsync(HttpMethod.Get, path, token);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? token = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
