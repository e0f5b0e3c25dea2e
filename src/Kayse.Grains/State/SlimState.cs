using System.Diagnostics.CodeAnalysis;
using Orleans.Core;
using Orleans.Storage;

namespace Kayse.Grains.State;

/// <summary>
/// A grain's state as <see cref="PersistentStateAttribute"/> gives it, without the lifecycle and the queue that Orleans
/// keeps for each: for grains of which there are a million. The grain reads it when it is activated, and never starts
/// two operations at once.
/// </summary>
internal sealed class SlimState<T>(IGrainStorage storage, string name, GrainId grain) : IPersistentState<T>, IGrainState<T>
    where T : new()
{
    [AllowNull]
    public T State { get; set; } = new();

    public string? ETag { get; set; }

    public bool RecordExists { get; set; }

    string? IStorage.Etag => ETag;

    public Task ReadStateAsync() => RunAsync(storage.ReadStateAsync(name, grain, this));

    public Task WriteStateAsync() => RunAsync(storage.WriteStateAsync(name, grain, this));

    public async Task ClearStateAsync()
    {
        await RunAsync(storage.ClearStateAsync(name, grain, this));
        State = new T();
    }

    // Callers are told of a failure as Orleans tells them.
    private async Task RunAsync(Task operation)
    {
        try
        {
            await operation;
        }
        catch (Exception exception) when (exception is not OrleansException)
        {
            throw new OrleansException($"The state {name} of {grain} could not be read or stored.", exception);
        }
    }
}
