using Orleans.Storage;

namespace Kayse.Grains.State;

/// <summary>
/// A grain's storage that knows which of its writes are under way. Reads that interleave with a command wait for them,
/// so that they never return what could not be saved.
/// </summary>
/// <remarks>For use within one activation.</remarks>
internal sealed class ObservedStorage(IGrainStorage storage) : IGrainStorage
{
    private readonly HashSet<Task> _writes = [];
    private Exception? _fault;

    /// <summary>
    /// Completes when everything in memory is on disk; throws what a write failed with, because the activation then
    /// holds what it could not save.
    /// </summary>
    public async Task WhenSavedAsync()
    {
        while (_writes.Count > 0)
            await Task.WhenAll(_writes)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (_fault is { } fault)
            throw new InvalidOperationException("The last change could not be saved.", fault);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ObserveAsync(storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ObserveAsync(storage.ClearStateAsync(stateName, grainId, grainState));

    private async Task ObserveAsync(Task write)
    {
        _writes.Add(write);
        try
        {
            await write;
        }
        catch (Exception exception)
        {
            _fault = exception;
            throw;
        }
        finally
        {
            _writes.Remove(write);
        }
    }
}
