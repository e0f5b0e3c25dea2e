using System.Net;
using System.Net.Sockets;
using Kayse.Silo.Options;
using Kayse.Silo.Transfer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>Orleans: one silo with SQLite, or a cluster on a database that its silos share. The embedded build has its own file for this.</summary>
internal static partial class ActorRuntime
{
    private const string Npgsql = "Npgsql";
    private const string Rows = "rows";

    public static IHostApplicationBuilder UseActorRuntime(this IHostApplicationBuilder builder, KayseClusterOptions cluster)
    {
        // The cluster's own timers go by the machine's clock, whatever the product's is.
        foreach (var area in (string[])[TimeProviderNames.Membership, TimeProviderNames.Messaging, TimeProviderNames.SystemTimers, TimeProviderNames.GrainDirectory])
            builder.Services.AddKeyedSingleton(area, TimeProvider.System);
        builder.Services.Configure<ClusterOptions>(ids => (ids.ClusterId, ids.ServiceId) = (cluster.ClusterId, cluster.ServiceId));
        // Calls that meet a grain that is leaving go on to its next activation: at most so often, twice by default, before they are rejected.
        builder.Services.Configure<SiloMessagingOptions>(messaging => messaging.MaxForwardCount = 255);
        // Settings that are refused at the start make a silo that never starts.
        if (cluster.Provider is not (ClusterProvider.PostgreSql or ClusterProvider.AzureStorage) || Lacks(cluster) is not null)
            return builder.UseOrleans(silo => silo.StayAlone(cluster));
        return cluster.Role is ClusterRole.Client
            ? builder.UseOrleansClient(client => client.Join(cluster))
            : builder.UseOrleans(silo => silo.Join(cluster));
    }

    /// <summary>What the settings ask for and this build can't do; null when it can.</summary>
    public static string? Lacks(KayseClusterOptions cluster)
    {
        var azure = false;
        LookForAzureStorage(ref azure);
        return cluster.Provider is ClusterProvider.AzureStorage && !azure
            ? "Kayse:Cluster:Provider AzureStorage needs a build with -p:AzureStorage=true."
            : null;
    }

    /// <summary>Makes storage and reminders usable while the silo isn't running.</summary>
    public static async Task OpenStoresAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IReminderTable>().StartAsync(cancellationToken);
        var storage = services.GetKeyedService<IGrainStorage>(Rows) ?? services.GetRequiredKeyedService<IGrainStorage>(SqliteStore.Name);
        if (storage is not ILifecycleParticipant<ISiloLifecycle> participant)
            return;
        var opening = new SiloLifecycleSubject(services.GetRequiredService<ILogger<SiloLifecycleSubject>>());
        participant.Participate(opening);
        await opening.OnStart(cancellationToken);
    }

    private static void StayAlone(this ISiloBuilder silo, KayseClusterOptions cluster)
    {
        silo.UseLocalhostClustering(cluster.SiloPort is > 0 and var port ? port : FreePort(), cluster.GatewayPort ?? 0, null, cluster.ServiceId, cluster.ClusterId);
        silo.UseSqlite(silo.Configuration);
    }

    private static void Join(this ISiloBuilder silo, KayseClusterOptions cluster)
    {
        silo.Configure<EndpointOptions>(endpoint => Describe(endpoint, cluster));
        silo.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = cluster.SilenceLimit / membership.NumMissedProbesLimit);
        silo.Services.AddHealthChecks().AddCheck<ClusterHealthCheck>("cluster");
        silo.Services.AddSingleton<IRunningSilos, ClusterMembers>();
        if (cluster.Provider is ClusterProvider.PostgreSql)
            silo.UsePostgreSql(cluster.ConnectionString);
        UseAzureStorage(silo, cluster);
    }

    private static void Join(this IClientBuilder client, KayseClusterOptions cluster)
    {
        client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = cluster.ResponseTimeout);
        client.UseConnectionRetryFilter(SilosMayComeLater);
        client.Services.AddHealthChecks().AddCheck<ClusterHealthCheck>("cluster");
        if (cluster.Provider is ClusterProvider.PostgreSql)
            client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, cluster.ConnectionString));
        UseAzureStorage(client, cluster);
    }

    private static void UsePostgreSql(this ISiloBuilder silo, string connectionString)
    {
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, connectionString));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Npgsql, connectionString));
        silo.AddAdoNetGrainStorage(Rows, options =>
        {
            (options.Invariant, options.ConnectionString) = (Npgsql, connectionString);
            options.GrainStorageSerializer = new StateJsonSerializer();
            options.DeleteStateOnClear = true;
        });
        silo.Services.AddKeyedSingleton<IGrainStorage>(SqliteStore.Name, (services, _) => new WholeGrainIds(services.GetRequiredKeyedService<IGrainStorage>(Rows)));
        silo.Services.AddSingleton<IStoredContents>(services => ActivatorUtilities.CreateInstance<PostgreSqlContents>(services, connectionString));
    }

    private static void Describe(EndpointOptions endpoint, KayseClusterOptions cluster)
    {
        endpoint.SiloPort = cluster.SiloPort ?? EndpointOptions.DEFAULT_SILO_PORT;
        endpoint.GatewayPort = cluster.GatewayPort ?? EndpointOptions.DEFAULT_GATEWAY_PORT;
        if (cluster.AdvertisedAddress.Length > 0)
            endpoint.AdvertisedIPAddress = IPAddress.Parse(cluster.AdvertisedAddress);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> SilosMayComeLater(Exception exception, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        return true;
    }

    static partial void LookForAzureStorage(ref bool found);

    static partial void UseAzureStorage(ISiloBuilder silo, KayseClusterOptions cluster);

    static partial void UseAzureStorage(IClientBuilder client, KayseClusterOptions cluster);
}
