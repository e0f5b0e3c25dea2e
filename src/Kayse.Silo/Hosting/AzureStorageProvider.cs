using Kayse.Grains.Blobs;
using Kayse.Silo.AzureStorage;
using Kayse.Silo.Transfer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.ReminderService;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>
/// A cluster on Azure Storage: membership and reminders in tables; states, photos and the key ring in blobs.
/// </summary>
internal sealed class AzureStorageProvider(KayseClusterOptions cluster) : IProvider
{
    public void AddTo(ISiloBuilder silo)
    {
        silo.UseAzureStorageClustering(builder =>
            builder.Configure<AzureAccount>((options, account) => options.TableServiceClient = account.Tables)
        );
        silo.UseAzureTableReminderService(builder =>
            builder.Configure<AzureAccount>((options, account) => options.TableServiceClient = account.Tables)
        );
        silo.AddAzureBlobGrainStorage(
            StorageNames.Rows,
            builder =>
                builder.Configure<AzureAccount>(
                    (options, account) =>
                    {
                        options.BlobServiceClient = account.Blobs;
                        options.ContainerName = AzureAccount.StatesContainer(cluster);
                        options.GrainStorageSerializer = new StateJsonSerializer();
                    }
                )
        );
        silo.Services.RemoveAll<IReminderTable>()
            .AddKeyedSingleton<IGrainStorage>(
                StorageNames.Grains,
                (services, _) => new NamedGrainBlobs(services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Rows))
            )
            .AddSingleton(services => Create<ReminderRows>(services, services.GetRequiredService<AzureAccount>().Reminders))
            .AddSingleton<AzureBasedReminderTable>()
            .AddSingleton<IReminderTable>(services =>
                Create<AzureReminders>(services, services.GetRequiredService<AzureBasedReminderTable>())
            )
            .AddSingleton<IStoredContents, AzureContents>();
    }

    public void AddTo(IClientBuilder client) =>
        client.UseAzureStorageClustering(builder =>
            builder.Configure<AzureAccount>((options, account) => options.TableServiceClient = account.Tables)
        );

    public void AddKeysAndBlobs(IServiceCollection services, IDataProtectionBuilder dataProtection)
    {
        services.AddSingleton(_ => new AzureAccount(cluster));
        services.AddSingleton<IStorePreparation>(provider => provider.GetRequiredService<AzureAccount>());
        services.AddSingleton<IBlobStore>(provider => new AzureBlobStore(provider.GetRequiredService<AzureAccount>().Files));
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<AzureAccount>((keys, account) => keys.XmlRepository = new KeyRingBlob(account.KeyRing));
    }

    private static T Create<T>(IServiceProvider services, object argument) => ActivatorUtilities.CreateInstance<T>(services, argument);
}
