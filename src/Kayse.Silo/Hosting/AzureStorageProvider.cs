using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Kayse.Silo.Options;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

/// <summary>A cluster on Azure Storage: membership and reminders in tables, states in blobs.</summary>
internal sealed class AzureStorageProvider(KayseClusterOptions cluster, IConfiguration configuration) : IProvider
{
    public void AddTo(ISiloBuilder silo)
    {
        silo.UseAzureStorageClustering(options => options.TableServiceClient = Tables());
        silo.UseAzureTableReminderService(options => options.TableServiceClient = Tables());
        silo.AddAzureBlobGrainStorage(StorageNames.Grains, options =>
        {
            options.BlobServiceClient = Blobs();
            options.GrainStorageSerializer = new StateJsonSerializer();
        });
    }

    public void AddTo(IClientBuilder client) => client.UseAzureStorageClustering(options => options.TableServiceClient = Tables());

    public void AddKeysAndBlobs(IServiceCollection services, IDataProtectionBuilder dataProtection)
        => services.AddKeysAndBlobsInFolders(dataProtection, configuration);

    private TableServiceClient Tables() => cluster.ConnectionString.Length > 0
        ? new TableServiceClient(cluster.ConnectionString)
        : new TableServiceClient(cluster.TableServiceUri!, new DefaultAzureCredential());

    private BlobServiceClient Blobs() => cluster.ConnectionString.Length > 0
        ? new BlobServiceClient(cluster.ConnectionString)
        : new BlobServiceClient(cluster.BlobServiceUri!, new DefaultAzureCredential());
}
