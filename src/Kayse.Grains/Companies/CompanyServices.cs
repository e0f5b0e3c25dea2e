using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Companies;

/// <summary>Registers the feature.</summary>
internal static class CompanyServices
{
    /// <summary>The seat limits.</summary>
    public static IServiceCollection AddCompanies(this IServiceCollection services)
    {
        services.AddValidatedOptions<SeatOptions, SeatOptionsValidator>(SeatOptions.Section);
        return services;
    }
}
