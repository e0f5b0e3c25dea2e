using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Support;

/// <summary>Registers the feature.</summary>
internal static class SupportServices
{
    /// <summary>The channels of support.</summary>
    public static IServiceCollection AddSupport(this IServiceCollection services)
    {
        services.AddValidatedOptions<SupportOptions, SupportOptionsValidator>(SupportOptions.Section);
        return services;
    }
}
