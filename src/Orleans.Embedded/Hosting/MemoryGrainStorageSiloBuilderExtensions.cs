using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>Storage in memory, for tests and development: it ends with the process.</summary>
public static class MemoryGrainStorageSiloBuilderExtensions
{
    /// <summary>Adds a storage under a name.</summary>
    public static ISiloBuilder AddMemoryGrainStorage(this ISiloBuilder builder, string name)
        => builder.ConfigureServices(services => services.AddGrainStorage(name, (_, _) => new MemoryGrainStorage()));

    /// <summary>Adds the storage of grains that name none.</summary>
    public static ISiloBuilder AddMemoryGrainStorageAsDefault(this ISiloBuilder builder)
        => builder.AddMemoryGrainStorage(StorageProviderExtensions.DefaultName);
}
