using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Retention;

/// <summary>Registers the feature.</summary>
internal static class RetentionServices
{
    /// <summary>The limits of retention periods.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddValidatedOptions<RetentionOptions, RetentionOptionsValidator>(RetentionOptions.Section);
        return services;
    }
}
