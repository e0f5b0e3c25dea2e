using Orleans.Storage;

namespace Kayse.Grains.Audit;

/// <summary>
/// The many small records of one log. A failed write ends the activation, so that it never serves what it could not
/// save.
/// </summary>
internal sealed class AuditStorage(IGrainStorage storage, GrainId log, Action onFailedWrite)
{
    public async Task<GrainState<T>> ReadAsync<T>(string name)
        where T : new()
    {
        var stored = new GrainState<T>(new T());
        await storage.ReadStateAsync(name, log, stored);
        return stored;
    }

    public async Task WriteAsync<T>(string name, GrainState<T> state)
    {
        try
        {
            await storage.WriteStateAsync(name, log, state);
        }
        catch
        {
            onFailedWrite();
            throw;
        }
    }

    /// <summary>Stores a record whatever is there: for what is written again in the same way after a crash.</summary>
    public async Task PutAsync<T>(string name, T state)
        where T : new()
    {
        var stored = await ReadAsync<T>(name);
        stored.State = state;
        await WriteAsync(name, stored);
    }
}
