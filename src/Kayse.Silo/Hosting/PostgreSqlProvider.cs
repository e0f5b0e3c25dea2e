using Kayse.Silo.Options;
using Kayse.Silo.Transfer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>A cluster on a PostgreSQL database, by Orleans' ADO.NET providers.</summary>
internal sealed class PostgreSqlProvider(KayseClusterOptions cluster, IConfiguration configuration) : IProvider
{
    private const string Npgsql = "Npgsql";

    public void AddTo(ISiloBuilder silo)
    {
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, cluster.ConnectionString));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Npgsql, cluster.ConnectionString));
        silo.AddAdoNetGrainStorage(StorageNames.Rows, options =>
        {
            (options.Invariant, options.ConnectionString) = (Npgsql, cluster.ConnectionString);
            options.GrainStorageSerializer = new StateJsonSerializer();
            options.DeleteStateOnClear = true;
        });
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            StorageNames.Grains,
            (services, _) => new WholeGrainIds(services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Rows)));
        silo.Services.AddSingleton<IStoredContents>(services => ActivatorUtilities.CreateInstance<PostgreSqlContents>(services, cluster.ConnectionString));
    }

    public void AddTo(IClientBuilder client)
        => client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Npgsql, cluster.ConnectionString));

    public void AddKeysAndBlobs(IServiceCollection services, IDataProtectionBuilder dataProtection)
        => services.AddKeysAndBlobsInFolders(dataProtection, configuration);
}
