using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Sqlite;

/// <summary>
/// Grain states in SQLite. The caller's thread serializes and encodes, the writer's only runs a prepared statement.
/// </summary>
internal sealed class SqliteGrainStorage(SqliteDatabase database, SqliteGrainStorageOptions options, TimeProvider clock) : IGrainStorage
{
    private readonly JsonPayload _payload = new(options);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = GrainStateKey.Of(stateName, grainId);
        var row = await database.ReadAsync(session => GrainStateTable.Read(session, key));
        grainState.State = row is null ? JsonPayload.CreateNew<T>() : _payload.Deserialize<T>(stateName, grainId, row.Payload);
        grainState.ETag = row is null ? null : ETag.Format(row.Version);
        grainState.RecordExists = row is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = GrainStateKey.Of(stateName, grainId);
        var payload = _payload.Serialize(stateName, grainId, grainState.State);
        var modified = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var expected = ETag.Parse(grainState.ETag);
        var outcome = await database.WriteAsync(session =>
            expected is { } version
                ? GrainStateTable.Update(session, key, version, payload, modified)
                : GrainStateTable.Insert(session, key, payload, modified)
        );
        ThrowIfRefused(outcome, "write", stateName, grainId, grainState.ETag);
        grainState.ETag = ETag.Format(outcome.Version!.Value);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = GrainStateKey.Of(stateName, grainId);
        var expected = ETag.Parse(grainState.ETag);
        var outcome = await database.WriteAsync(session => GrainStateTable.Delete(session, key, expected));
        ThrowIfRefused(outcome, "clear", stateName, grainId, grainState.ETag);
        grainState.State = JsonPayload.CreateNew<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static void ThrowIfRefused(WriteOutcome outcome, string operation, string stateName, GrainId grainId, string? eTag)
    {
        if (outcome.IsAccepted)
            return;
        var stored = outcome.Version is { } version ? ETag.Format(version) : null;
        throw new InconsistentStateException(
            $"State \"{stateName}\" of a grain of type \"{grainId.Type}\" is stored as version "
                + $"{stored ?? "none"}; the {operation} expected {eTag ?? "none"}.",
            stored,
            eTag
        );
    }
}
