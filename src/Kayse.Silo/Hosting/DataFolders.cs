using Kayse.Grains.Blobs;
using Kayse.Silo.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Hosting;

/// <summary>The folders that the configuration names, and what is kept in them.</summary>
internal static class DataFolders
{
    /// <summary>The folder with everything that must survive.</summary>
    public static string DataDirectory(this IConfiguration configuration) =>
        Path.GetFullPath(configuration.Folder(nameof(ProductOptions.DataDirectory)) ?? new ProductOptions().DataDirectory);

    // The keys lie beside the database or in a folder of their own, never in it: what they protect is a copy of the
    // database alone, such as a backup.
    public static void AddKeysAndBlobsInFolders(
        this IServiceCollection services,
        IDataProtectionBuilder dataProtection,
        IConfiguration configuration
    )
    {
        var keys = configuration.FolderOrDefault(nameof(ProductOptions.KeysDirectory), "keys");
        services.Configure<KeyManagementOptions>(_ => PrivateDirectory.Create(keys));
        dataProtection.PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSingleton<IBlobStore>(
            new FileBlobStore(configuration.FolderOrDefault(nameof(ProductOptions.BlobsDirectory), "blobs"))
        );
    }

    private static string FolderOrDefault(this IConfiguration configuration, string setting, string name) =>
        configuration.Folder(setting) is { } path ? Path.GetFullPath(path) : Path.Combine(configuration.DataDirectory(), name);

    private static string? Folder(this IConfiguration configuration, string setting) =>
        configuration[$"{ProductOptions.Section}:{setting}"] is { Length: > 0 } path ? path : null;
}
