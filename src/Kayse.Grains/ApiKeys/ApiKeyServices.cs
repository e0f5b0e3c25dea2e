using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.ApiKeys;

/// <summary>Registers the feature.</summary>
internal static class ApiKeyServices
{
    /// <summary>The limits of API keys, and the keys that are in use.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddValidatedOptions<ApiKeyOptions, ApiKeyOptionsValidator>(ApiKeyOptions.Section);
        return services.AddSingleton<LiveApiKeys>();
    }
}
