using System.Globalization;
using Orleans.Storage;

namespace Kayse.Silo.PostgreSql;

/// <summary>
/// Makes Orleans' ADO.NET storage keep what <see cref="IGrainStorage"/> promises. Left to itself, it keeps the key of a
/// grain without its type and takes one that begins like a number for that number; it doesn't say which version is
/// stored when it refuses another; and it clears a state whose version the caller doesn't know.
/// </summary>
internal sealed class PostgreSqlGrainStorage(IGrainStorage rows) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        rows.ReadStateAsync(stateName, GrainIdText.Of(grainId), grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await EnsureIsVersionAsync(stateName, grainId, grainState);
        try
        {
            await rows.WriteStateAsync(stateName, GrainIdText.Of(grainId), grainState);
        }
        catch (InconsistentStateException refused)
        {
            throw await ConflictAsync(stateName, grainId, grainState, refused);
        }
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await EnsureIsVersionAsync(stateName, grainId, grainState);
        if (grainState.ETag is null && (await ReadAsync<T>(stateName, grainId)).RecordExists)
            throw await ConflictAsync(stateName, grainId, grainState, null);
        try
        {
            await rows.ClearStateAsync(stateName, GrainIdText.Of(grainId), grainState);
        }
        catch (InconsistentStateException refused)
        {
            throw await ConflictAsync(stateName, grainId, grainState, refused);
        }
    }

    private async Task EnsureIsVersionAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is { } eTag && !int.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw await ConflictAsync(stateName, grainId, grainState, null);
    }

    private async Task<InconsistentStateException> ConflictAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        Exception? refused
    )
    {
        var stored = (await ReadAsync<T>(stateName, grainId)).ETag;
        var message = $"State \"{stateName}\" of {grainId} has version {stored ?? "none"}, not {grainState.ETag ?? "none"}.";
        return refused is null ? new(message, stored, grainState.ETag) : new(message, stored, grainState.ETag, refused);
    }

    private async Task<GrainState<T>> ReadAsync<T>(string stateName, GrainId grainId)
    {
        var stored = new GrainState<T>();
        await ReadStateAsync(stateName, grainId, stored);
        return stored;
    }
}
