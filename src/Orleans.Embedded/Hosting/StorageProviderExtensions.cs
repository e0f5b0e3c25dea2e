using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;

namespace Orleans.Runtime.Hosting;

/// <summary>Registration of storages.</summary>
public static class StorageProviderExtensions
{
    internal const string DefaultName = "Default";

    /// <summary>Registers a storage under a name; the one named <c>Default</c> serves grains that name none.</summary>
    public static IServiceCollection AddGrainStorage<T>(this IServiceCollection collection, string name, Func<IServiceProvider, string, T> implementationFactory)
        where T : IGrainStorage
    {
        collection.AddKeyedSingleton<IGrainStorage>(name, (services, key) => implementationFactory(services, (string)key!));
        if (string.Equals(name, DefaultName, StringComparison.Ordinal))
            collection.TryAddSingleton(services => services.GetRequiredKeyedService<IGrainStorage>(DefaultName));
        return collection;
    }
}
