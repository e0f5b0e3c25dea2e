using Kayse.Grains.Blobs;
using Kayse.Silo.PostgreSql;
using Kayse.Silo.Transfer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>
/// A cluster on a PostgreSQL database, by Orleans' ADO.NET providers on tables and statements of ours.
/// </summary>
internal sealed class PostgreSqlProvider(KayseClusterOptions cluster) : IProvider
{
    private const string Npgsql = "Npgsql";

    public void AddTo(ISiloBuilder silo)
    {
        silo.UseAdoNetClustering(clustering =>
            clustering.Configure<PostgreSqlDatabase>(
                (options, database) => (options.Invariant, options.DataSource) = (Npgsql, database.Source)
            )
        );
        silo.UseAdoNetReminderService(reminders =>
            reminders.Configure<PostgreSqlDatabase>(
                (options, database) => (options.Invariant, options.DataSource) = (Npgsql, database.Source)
            )
        );
        silo.AddAdoNetGrainStorage(
            StorageNames.Rows,
            storage =>
                storage.Configure<PostgreSqlDatabase>(
                    (options, database) =>
                    {
                        (options.Invariant, options.DataSource) = (Npgsql, database.Source);
                        options.GrainStorageSerializer = new StateJsonSerializer();
                        options.DeleteStateOnClear = true;
                    }
                )
        );
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            StorageNames.Grains,
            (services, _) => new PostgreSqlGrainStorage(services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Rows))
        );
        silo.Services.AddSingleton<IStoredContents, PostgreSqlContents>();
    }

    public void AddTo(IClientBuilder client) =>
        client.UseAdoNetClustering(clustering =>
            clustering.Configure<PostgreSqlDatabase>(
                (options, database) => (options.Invariant, options.DataSource) = (Npgsql, database.Source)
            )
        );

    public void AddKeysAndBlobs(IServiceCollection services, IDataProtectionBuilder dataProtection)
    {
        services.AddSingleton(_ => new PostgreSqlDatabase(cluster.ConnectionString));
        services.AddSingleton<IStorePreparation>(provider => provider.GetRequiredService<PostgreSqlDatabase>());
        services.AddSingleton<IBlobStore, PostgreSqlBlobStore>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<PostgreSqlDatabase>((keys, database) => keys.XmlRepository = new PostgreSqlKeyRing(database));
        services.AddHealthChecks().AddCheck<PostgreSqlHealthCheck>("database");
    }
}
