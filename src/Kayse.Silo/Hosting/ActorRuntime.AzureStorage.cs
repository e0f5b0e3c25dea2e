using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Kayse.Silo.Options;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

/// <content>A cluster on Azure Storage: membership and reminders in tables, states in blobs. Part of a build with <c>-p:AzureStorage=true</c>.</content>
internal static partial class ActorRuntime
{
    static partial void LookForAzureStorage(ref bool found) => found = true;

    static partial void UseAzureStorage(ISiloBuilder silo, KayseClusterOptions cluster)
    {
        if (cluster.Provider is not ClusterProvider.AzureStorage)
            return;
        silo.UseAzureStorageClustering(options => options.TableServiceClient = Tables(cluster));
        silo.UseAzureTableReminderService(options => options.TableServiceClient = Tables(cluster));
        silo.AddAzureBlobGrainStorage(SqliteStore.Name, options =>
        {
            options.BlobServiceClient = Blobs(cluster);
            options.GrainStorageSerializer = new StateJsonSerializer();
        });
    }

    static partial void UseAzureStorage(IClientBuilder client, KayseClusterOptions cluster)
    {
        if (cluster.Provider is ClusterProvider.AzureStorage)
            client.UseAzureStorageClustering(options => options.TableServiceClient = Tables(cluster));
    }

    private static TableServiceClient Tables(KayseClusterOptions cluster) => cluster.ConnectionString.Length > 0
        ? new TableServiceClient(cluster.ConnectionString)
        : new TableServiceClient(cluster.TableServiceUri!, new DefaultAzureCredential());

    private static BlobServiceClient Blobs(KayseClusterOptions cluster) => cluster.ConnectionString.Length > 0
        ? new BlobServiceClient(cluster.ConnectionString)
        : new BlobServiceClient(cluster.BlobServiceUri!, new DefaultAzureCredential());
}
