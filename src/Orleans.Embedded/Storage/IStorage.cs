namespace Orleans.Core;

/// <summary>A grain's access to one stored state.</summary>
public interface IStorage
{
    /// <summary>The stored version, or null when nothing is stored.</summary>
    string? Etag { get; }

    /// <summary>Whether a record is stored. Throws <see cref="InvalidOperationException"/> before the first read.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record; the state becomes a new one.</summary>
    Task ClearStateAsync();

    /// <summary>Stores the state; durable when the task completes. Throws <see cref="Orleans.Storage.InconsistentStateException"/> when another version is stored.</summary>
    Task WriteStateAsync();

    /// <summary>Reads the state anew; what was not written is lost.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ClearStateAsync()" />
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <inheritdoc cref="WriteStateAsync()" />
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <inheritdoc cref="ReadStateAsync()" />
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}

/// <inheritdoc />
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory.</summary>
    TState State { get; set; }
}
