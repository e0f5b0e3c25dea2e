using Orleans.Storage;

namespace Kayse.Grains.Sessions;

/// <summary>The records in which a grain keeps its history.</summary>
internal sealed class HistoryRecords(IGrainStorage storage, GrainId company, Action onFailedWrite)
{
    public async Task<GrainState<T>> ReadAsync<T>(string name)
        where T : new()
    {
        var stored = new GrainState<T>(new T());
        await storage.ReadStateAsync(name, company, stored);
        return stored;
    }

    public async Task WriteAsync<T>(string name, GrainState<T> stored)
    {
        try
        {
            await storage.WriteStateAsync(name, company, stored);
        }
        catch
        {
            onFailedWrite();
            throw;
        }
    }

    /// <summary>Removes a record that may or may not be there.</summary>
    public async Task RemoveAsync<T>(string name)
        where T : new()
    {
        var stored = await ReadAsync<T>(name);
        if (stored.RecordExists)
            await storage.ClearStateAsync(name, company, stored);
    }
}
