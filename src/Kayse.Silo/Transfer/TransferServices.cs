using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Transfer;

internal static class TransferServices
{
    /// <summary>Export and import, and the refusal to start on half of one.</summary>
    public static IServiceCollection AddTransfer(this IServiceCollection services) =>
        services
            .AddSingleton<UnfinishedImport>()
            .AddSingleton<ProtectionKeys>()
            .AddSingleton<StoredBlobs>()
            .AddSingleton<ImportTarget>()
            .AddSingleton<Importer>()
            .AddSingleton<Exporter>()
            .AddHostedService<UnfinishedImportCheck>();
}
