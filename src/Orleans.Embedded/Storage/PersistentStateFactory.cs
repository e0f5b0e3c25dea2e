using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <inheritdoc cref="IPersistentStateFactory" />
internal sealed class PersistentStateFactory(RuntimeLog log) : IPersistentStateFactory
{
    private readonly ConcurrentDictionary<(string State, IGrainStorage Storage), StateLocation> _locations = new();

    /// <summary>For <see cref="Grain{TGrainState}"/>, which has no constructor parameter to name its state by.</summary>
    public static IStorage<TState> CreateFor<TState>(IGrainContext context, string stateName, string? storageName)
        => context.GetServices().GetRequiredService<IPersistentStateFactory>()
            .Create<TState>(context, new PersistentStateAttribute(stateName, storageName));

    public IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration config)
    {
        var services = context.GetServices();
        var storage = string.IsNullOrWhiteSpace(config.StorageName)
            ? services.GetService<IGrainStorage>()
            : services.GetKeyedService<IGrainStorage>(config.StorageName);
        if (storage is null)
            throw new BadProviderConfigException($"Grain {context.GrainId} keeps its state in storage \"{config.StorageName ?? "Default"}\", which is not registered.");
        var location = _locations.GetOrAdd((config.StateName, storage), static (key, log) => new StateLocation(key.State, key.Storage, log), log);
        var state = new PersistentState<TState>(context, location);
        context.ObservableLifecycle.Subscribe(config.StateName, GrainLifecycleStage.SetupState, state);
        return state;
    }
}

/// <summary>What all states of one name in one storage share.</summary>
internal sealed record StateLocation(string Name, IGrainStorage Storage, RuntimeLog Log);
