using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Billing;

/// <summary>Registers the feature.</summary>
internal static class BillingServices
{
    /// <summary>The prices.</summary>
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddValidatedOptions<BillingOptions, BillingOptionsValidator>(BillingOptions.Section);
        return services;
    }
}
