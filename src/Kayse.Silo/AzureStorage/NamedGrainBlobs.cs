using Orleans.Storage;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// Gives every state a blob of its own. Orleans takes ids into names as they are: <c>a/../b</c> is <c>b</c>, state
/// <c>x-y</c> of type <c>z</c> is state <c>x</c> of type <c>y-z</c>, and a key that no blob may have can't be stored.
/// Besides, Orleans doesn't say which version is stored when it refuses a write.
/// </summary>
internal sealed class NamedGrainBlobs(IGrainStorage blobs) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        blobs.ReadStateAsync(GrainBlobNames.Of(stateName), GrainBlobNames.Of(grainId), grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        SayingWhatIsStoredAsync(stateName, grainId, grainState, blobs.WriteStateAsync);

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // Not every service refuses to delete what is there on the condition that nothing is.
        if (grainState.ETag is null)
            await EnsureAbsentAsync<T>(stateName, grainId);
        await SayingWhatIsStoredAsync(stateName, grainId, grainState, blobs.ClearStateAsync);
    }

    private async Task EnsureAbsentAsync<T>(string stateName, GrainId grainId)
    {
        var stored = new GrainState<T>();
        await ReadStateAsync(stateName, grainId, stored);
        if (stored.ETag is not null)
            throw new InconsistentStateException("There is a state, though none was expected.", stored.ETag, currentEtag: null);
    }

    private async Task SayingWhatIsStoredAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        Func<string, GrainId, IGrainState<T>, Task> change
    )
    {
        try
        {
            await change(GrainBlobNames.Of(stateName), GrainBlobNames.Of(grainId), grainState);
        }
        catch (InconsistentStateException conflict)
        {
            var stored = new GrainState<T>();
            await ReadStateAsync(stateName, grainId, stored);
            throw new InconsistentStateException(conflict.Message, stored.ETag, grainState.ETag, conflict);
        }
    }
}
