using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Hosting;

/// <summary>Registers what a silo consists of, once for each service collection.</summary>
internal static class SiloServices
{
    public static ISiloBuilder Add(IServiceCollection services, IConfiguration configuration)
    {
        var known = services.FirstOrDefault(service => service.ServiceType == typeof(ISiloBuilder));
        if (known is not null)
            return (ISiloBuilder)known.ImplementationInstance!;
        var builder = new SiloBuilder(services, configuration);
        services.AddSingleton<ISiloBuilder>(builder);
        services.AddOptions();
        services.AddLogging();
        services.AddSingleton(new ShortLivedServices(services));
        services.AddSingleton(_ => GrainCatalog.Current);
        services.AddSingleton<RuntimeLog>();
        services.AddSingleton<Silo>();
        services.AddSingleton<IdleCollector>();
        services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<Silo>().GrainFactory);
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Silo>().GrainFactory);
        services.AddSingleton<IGrainContextAccessor, GrainContextAccessor>();
        services.TryAddSingleton<IPersistentStateFactory, PersistentStateFactory>();
        services.AddSingleton<ITimerRegistry, TimerRegistry>();
        services.AddHostedService<SiloHostedService>();
        return builder;
    }

    private sealed record SiloBuilder(IServiceCollection Services, IConfiguration Configuration) : ISiloBuilder;

    private sealed class GrainContextAccessor : IGrainContextAccessor
    {
        public IGrainContext GrainContext => RuntimeContext.Current!;
    }
}
