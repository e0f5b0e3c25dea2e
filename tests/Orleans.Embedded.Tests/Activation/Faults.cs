using System.Collections.Concurrent;
using Orleans.Storage;

namespace Orleans.Embedded.Tests.Activation;

/// <summary>What is to fail, until the test mends it.</summary>
public sealed class Faults
{
    private readonly ConcurrentDictionary<string, bool> _faults = new(StringComparer.Ordinal);

    public void Cause(string what) => _faults[what] = true;

    public void Mend(string what) => _faults.TryRemove(what, out _);

    public void ThrowIf(string what)
    {
        if (_faults.ContainsKey(what))
            throw new InvalidOperationException($"Fault: {what}.");
    }
}

/// <summary>A storage that is empty, or down.</summary>
public sealed class FaultyStorage(Faults faults) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        faults.ThrowIf("read");
        grainState.State = Activator.CreateInstance<T>();
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        faults.ThrowIf("write");
        grainState.ETag = "1";
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
}
