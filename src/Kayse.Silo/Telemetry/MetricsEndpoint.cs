using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Telemetry;

/// <summary><c>/metrics</c> beside the product's own routes, for who has the token.</summary>
public static class MetricsEndpoint
{
    /// <summary>Where metrics are.</summary>
    public const string Path = "/metrics";

    private const string Scheme = "Bearer ";

    /// <summary>
    /// Serves it when a token is configured. Without the token the path is as unknown as any other; it comes before
    /// everything that looks at who calls, since no session opens it.
    /// </summary>
    public static void UseMetricsEndpoint(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var token = app.ApplicationServices.GetRequiredService<IOptions<TelemetryOptions>>().Value.MetricsToken;
        if (token.Length == 0)
            return;
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
            HttpMethods.IsGet(context.Request.Method) && context.Request.Path == Path && Opens(context, expected)
        );
    }

    private static bool Opens(HttpContext context, byte[] expected) =>
        context.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim())), expected);
}
