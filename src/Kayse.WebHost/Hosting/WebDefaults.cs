using Kayse.Silo.Options;
using Kayse.WebHost.Api.Json;
using Kayse.WebHost.RateLimits;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

internal static class WebDefaults
{
    /// <summary>The server's limits, the JSON of answers, and where it listens when nothing else is said.</summary>
    public static void AddWebDefaults(this WebApplicationBuilder builder)
    {
        // The lowest source of all, so that --urls, environment and files go before it.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new(WebHostDefaults.ServerUrlsKey, new ProductOptions().PublicUrl)] });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes.MaxLength;
        });
        builder.Services.ConfigureHttpJsonOptions(json => JsonFormat.Configure(json.SerializerOptions));
    }

    /// <summary>The settings of the web host, checked at start.</summary>
    public static void AddWebOptions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
    }
}
