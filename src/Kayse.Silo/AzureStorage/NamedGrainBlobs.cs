using Orleans.Storage;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// Gives every state a blob of its own. Orleans takes ids into names as they are, so that <c>a/../b</c> is <c>b</c>, state <c>x-y</c> of type <c>z</c> is state
/// <c>x</c> of type <c>y-z</c>, and what no blob may be called can't be stored.
/// </summary>
internal sealed class NamedGrainBlobs(IGrainStorage blobs) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        => blobs.ReadStateAsync(GrainBlobNames.Of(stateName), GrainBlobNames.Of(grainId), grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        => blobs.WriteStateAsync(GrainBlobNames.Of(stateName), GrainBlobNames.Of(grainId), grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        => blobs.ClearStateAsync(GrainBlobNames.Of(stateName), GrainBlobNames.Of(grainId), grainState);
}
