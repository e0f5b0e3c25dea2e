using System.Net;
using Kayse.Grains.Hosting;
using Kayse.Silo.Keys;
using Kayse.Silo.Transfer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>Puts an Orleans silo, or a client of a cluster's silos, into a host.</summary>
internal static class KayseCluster
{
    /// <summary>Adds it as <c>Kayse:Cluster</c> says, with the key ring and the blobs; answers these settings.</summary>
    public static KayseClusterOptions AddKayseCluster(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<KayseClusterOptions, KayseClusterOptionsValidator>(KayseClusterOptions.Section);
        var cluster = builder.Configuration.GetSection(KayseClusterOptions.Section).Get<KayseClusterOptions>() ?? new();
        var provider = ProviderOf(cluster, builder.Configuration);
        services.AddHostedService<StorePreparations>();
        provider.AddKeysAndBlobs(services, services.AddKeyRing(builder.Configuration));
        services.AddSingleton<IStorePreparation, KeyRingCheck>();
        builder.UseCluster(cluster, provider);
        return cluster;
    }

    private static IProvider ProviderOf(KayseClusterOptions cluster, IConfiguration configuration) =>
        cluster.Provider switch
        {
            ClusterProvider.PostgreSql => new PostgreSqlProvider(cluster),
            ClusterProvider.AzureStorage => new AzureStorageProvider(cluster),
            _ => new LocalhostProvider(cluster, configuration),
        };

    private static void UseCluster(this IHostApplicationBuilder builder, KayseClusterOptions cluster, IProvider provider)
    {
        // The cluster's own timers go by the machine's clock, whatever the product's is.
        foreach (
            var area in (string[])
                [
                    TimeProviderNames.Membership,
                    TimeProviderNames.Messaging,
                    TimeProviderNames.SystemTimers,
                    TimeProviderNames.GrainDirectory,
                ]
        )
            builder.Services.AddKeyedSingleton(area, TimeProvider.System);
        builder.Services.Configure<ClusterOptions>(ids => (ids.ClusterId, ids.ServiceId) = (cluster.ClusterId, cluster.ServiceId));
        // Calls that meet a grain that is leaving go on to its next activation: at most so often, twice by default,
        // before they are rejected.
        builder.Services.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.MaxForwardCount = 255;
            messaging.ResponseTimeout = cluster.ResponseTimeout;
        });
        builder.Services.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = cluster.CollectionAge);
        if (provider is LocalhostProvider)
            builder.UseOrleans(provider.AddTo);
        else if (cluster.Role is ClusterRole.Client)
            builder.UseOrleansClient(client => client.Join(cluster, provider));
        else
            builder.UseOrleans(silo => silo.Join(cluster, provider));
    }

    /// <summary>Makes storage and reminders usable while the silo isn't running.</summary>
    public static async Task OpenStoresAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var preparation in services.GetServices<IStorePreparation>())
            await preparation.PrepareAsync(cancellationToken);
        await services.GetRequiredService<IReminderTable>().StartAsync(cancellationToken);
        var storage =
            services.GetKeyedService<IGrainStorage>(StorageNames.Rows)
            ?? services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Grains);
        if (storage is not ILifecycleParticipant<ISiloLifecycle> participant)
            return;
        var opening = new SiloLifecycleSubject(services.GetRequiredService<ILogger<SiloLifecycleSubject>>());
        participant.Participate(opening);
        await opening.OnStart(cancellationToken);
    }

    private static void Join(this ISiloBuilder silo, KayseClusterOptions cluster, IProvider provider)
    {
        silo.Configure<EndpointOptions>(endpoint => Describe(endpoint, cluster));
        silo.Configure<ClusterMembershipOptions>(membership =>
            membership.ProbeTimeout = cluster.SilenceLimit / membership.NumMissedProbesLimit
        );
        silo.Services.AddHealthChecks().AddCheck<ClusterHealthCheck>("cluster");
        silo.Services.AddSingleton<IRunningSilos, ClusterMembers>();
        silo.UseClusterTls(cluster.Tls);
        provider.AddTo(silo);
    }

    private static void Join(this IClientBuilder client, KayseClusterOptions cluster, IProvider provider)
    {
        client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = cluster.ResponseTimeout);
        client.UseConnectionRetryFilter(RetryUntilSilosStart);
        client.UseClusterTls(cluster.Tls);
        client.Services.AddHealthChecks().AddCheck<ClusterHealthCheck>("cluster");
        provider.AddTo(client);
    }

    private static void Describe(EndpointOptions endpoint, KayseClusterOptions cluster)
    {
        endpoint.SiloPort = cluster.SiloPort ?? EndpointOptions.DEFAULT_SILO_PORT;
        endpoint.GatewayPort = cluster.GatewayPort ?? EndpointOptions.DEFAULT_GATEWAY_PORT;
        if (cluster.AdvertisedAddress.Length > 0)
            endpoint.AdvertisedIPAddress = IPAddress.Parse(cluster.AdvertisedAddress);
    }

    private static async Task<bool> RetryUntilSilosStart(Exception exception, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        return true;
    }
}
