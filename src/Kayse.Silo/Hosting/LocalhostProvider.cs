using System.Net;
using System.Net.Sockets;
using Kayse.Grains;
using Kayse.Grains.State;
using Kayse.Silo.Transfer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

/// <summary>One silo on its own: SQLite, keys and blobs in its data folder.</summary>
internal sealed class LocalhostProvider(KayseClusterOptions cluster, IConfiguration configuration) : IProvider
{
    public void AddTo(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering(
            cluster.SiloPort is > 0 and var port ? port : FreePort(),
            cluster.GatewayPort ?? 0,
            null,
            cluster.ServiceId,
            cluster.ClusterId
        );
        silo.AddSqliteGrainStorage(
            StorageNames.Grains,
            database => database.DataDirectory = configuration.DataDirectory(),
            storage => storage.JsonSerializerOptions = StateJson.Options
        );
        silo.UseSqliteReminderService();
        silo.Services.AddSingleton<IStoredContents, SqliteStoredContents>();
        silo.Services.AddHealthChecks().AddSqlite();
        // No other silo will ever take a grain: calls between grains while this one stops must not hold it up.
        silo.Configure<SiloMessagingOptions>(messaging => messaging.PlacementMaxRetries = 0);
    }

    public void AddTo(IClientBuilder client) => throw new NotSupportedException("A silo on its own has no clients.");

    public void AddKeysAndBlobs(IServiceCollection services, IDataProtectionBuilder dataProtection) =>
        services.AddKeysAndBlobsInFolders(dataProtection, configuration);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
