using Orleans.Core;
using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain class with one stored state, in the default storage under the name <c>state</c>.</summary>
public class Grain<TGrainState> : Grain
{
    private readonly IStorage<TGrainState> _storage;

    /// <summary>Made by the runtime.</summary>
    protected Grain()
        => _storage = PersistentStateFactory.CreateFor<TGrainState>(GrainContext, "state", storageName: null);

    /// <summary>Made with a storage of its own.</summary>
    protected Grain(IStorage<TGrainState> storage) => _storage = storage;

    /// <summary>The state in memory.</summary>
    protected TGrainState State
    {
        get => _storage.State;
        set => _storage.State = value;
    }

    /// <inheritdoc cref="IStorage.ClearStateAsync()" />
    protected virtual Task ClearStateAsync() => _storage.ClearStateAsync();

    /// <inheritdoc cref="IStorage.WriteStateAsync()" />
    protected virtual Task WriteStateAsync() => _storage.WriteStateAsync();

    /// <inheritdoc cref="IStorage.ReadStateAsync()" />
    protected virtual Task ReadStateAsync() => _storage.ReadStateAsync();
}
