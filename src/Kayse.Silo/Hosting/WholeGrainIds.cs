using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>
/// Makes a storage keep states by the whole id of their grain. Orleans' ADO.NET storage keeps the key alone, and takes one that begins like a number for that number:
/// grains of two types, or of two keys, would share a row.
/// </summary>
internal sealed class WholeGrainIds(IGrainStorage rows) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => rows.ReadStateAsync(stateName, Whole(grainId), grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => rows.WriteStateAsync(stateName, Whole(grainId), grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => rows.ClearStateAsync(stateName, Whole(grainId), grainState);

    private static GrainId Whole(GrainId grainId) => GrainId.Create(grainId.Type, IdSpan.Create(grainId.ToString()));
}
