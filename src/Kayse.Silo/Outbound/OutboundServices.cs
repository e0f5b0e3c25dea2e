using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Outbound;

/// <summary>Registers the guard of outgoing requests.</summary>
internal static class OutboundServices
{
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.AddValidatedOptions<OutboundOptions, OutboundOptionsValidator>(OutboundOptions.Section);
        services.AddSingleton<OutboundRules>().AddSingleton<IOutboundNetwork, SystemNetwork>();
        return services.AddSingleton(provider => new OutboundGuard(
            provider.GetRequiredService<OutboundRules>(),
            provider.GetRequiredService<IOutboundNetwork>(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
