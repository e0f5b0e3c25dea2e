using System.Text.Json.Serialization.Metadata;
using Kayse.Silo.Hosting;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

internal static class WebDefaults
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(5);

    /// <summary>The server's limits, the JSON of answers, and where it listens when nothing else is said.</summary>
    public static void AddWebDefaults(this WebApplicationBuilder builder)
    {
        // The lowest source of all, so that --urls, environment and files go before it.
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource { InitialData = [new(WebHostDefaults.ServerUrlsKey, new ProductOptions().PublicUrl)] }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
            Limit(kestrel, kestrel.ApplicationServices.GetRequiredService<IOptions<WebOptions>>().Value.Connections)
        );
        builder.Services.JudgeMediaTypesLate();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            JsonFormat.Configure(json.SerializerOptions);
            json.SerializerOptions.TypeInfoResolver = json.SerializerOptions.TypeInfoResolver?.WithAddedModifier(OptionalMembers.Unwrap);
        });
    }

    private static void Limit(KestrelServerOptions kestrel, ConnectionOptions connections)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = connections.Max;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.KeepAliveTimeout = connections.KeepAlive;
        limits.RequestHeadersTimeout = connections.Headers;
        limits.MinRequestBodyDataRate = new MinDataRate(connections.MinBodyBytesPerSecond, _grace);
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestBodySize = BodyBytes.MaxLength;
        limits.Http2.MaxStreamsPerConnection = 100;
    }

    // Endpoints say what they take so that the API's document can. Routing would refuse another media type by that
    // before anybody has looked at who calls; each body does it itself.
    private static void JudgeMediaTypesLate(this IServiceCollection services)
    {
        foreach (
            var policy in services
                .Where(service =>
                    service.ServiceType == typeof(MatcherPolicy) && service.ImplementationType?.Name == "AcceptsMatcherPolicy"
                )
                .ToList()
        )
            services.Remove(policy);
    }

    /// <summary>The settings of the web host, checked at start.</summary>
    public static void AddWebOptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddSingleton<PublicOrigin>();
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
    }
}
