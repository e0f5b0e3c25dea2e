using Orleans.Storage;

namespace Kayse.Grains.Tests.Crashes;

internal sealed class CrashingStorage(IGrainStorage storage, CrashPoint crash) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await crash.WriteAsync();
        await storage.WriteStateAsync(stateName, grainId, grainState);
        crash.Written(stateName, grainId, grainState.State);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await crash.WriteAsync();
        await storage.ClearStateAsync(stateName, grainId, grainState);
    }
}
