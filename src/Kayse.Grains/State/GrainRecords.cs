using Orleans.Storage;

namespace Kayse.Grains.State;

/// <summary>
/// The records that a grain keeps beside its own state, by name. A failed write ends the activation, so that it never
/// serves what it could not save.
/// </summary>
internal sealed class GrainRecords(IGrainStorage storage, GrainId grain, Action onFailedWrite)
{
    public async Task<GrainState<T>> ReadAsync<T>(string name)
        where T : new()
    {
        var stored = new GrainState<T>(new T());
        await storage.ReadStateAsync(name, grain, stored);
        return stored;
    }

    public async Task WriteAsync<T>(string name, GrainState<T> stored)
    {
        try
        {
            await storage.WriteStateAsync(name, grain, stored);
        }
        catch
        {
            onFailedWrite();
            throw;
        }
    }

    /// <summary>Overwrites a record or creates it: for what is written again in the same way after a crash.</summary>
    public async Task PutAsync<T>(string name, T state)
        where T : new()
    {
        var stored = await ReadAsync<T>(name);
        stored.State = state;
        await WriteAsync(name, stored);
    }

    /// <summary>Removes a record if it exists.</summary>
    public async Task RemoveAsync<T>(string name)
        where T : new()
    {
        var stored = await ReadAsync<T>(name);
        if (stored.RecordExists)
            await storage.ClearStateAsync(name, grain, stored);
    }
}
