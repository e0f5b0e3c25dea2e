namespace Orleans.Sqlite;

/// <summary>A stored state.</summary>
internal sealed record GrainStateRow(long Version, byte[] Payload);

/// <summary>
/// What became of a write: <paramref name="Version"/> is the new one when it was accepted, otherwise the stored one,
/// null when there is none.
/// </summary>
internal readonly record struct WriteOutcome(bool IsAccepted, long? Version);

/// <summary>
/// The statements on <c>grain_state</c>. Each change is a single statement that checks the version itself.
/// </summary>
internal static class GrainStateTable
{
    private const string TheRow = "grain_type = CAST(?1 AS TEXT) AND grain_key = CAST(?2 AS TEXT) AND state_name = CAST(?3 AS TEXT)";
    private const string SelectRow = $"SELECT version, payload FROM grain_state WHERE {TheRow}";
    private const string SelectVersion = $"SELECT version FROM grain_state WHERE {TheRow}";
    private const string InsertRow = """
        INSERT INTO grain_state (grain_type, grain_key, state_name, version, payload, modified)
        VALUES (CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), ?4, ?5, ?6) ON CONFLICT DO NOTHING
        """;
    private const string UpdateRow = $"UPDATE grain_state SET version = ?4, payload = ?5, modified = ?6 WHERE {TheRow} AND version = ?7";
    private const string DeleteRow = $"DELETE FROM grain_state WHERE {TheRow} AND version = ?4";

    public static GrainStateRow? Read(SqliteSession session, GrainStateKey key)
    {
        using var row = session[SelectRow].Query(key.GrainType, key.GrainKey, key.StateName);
        return row.Read() ? new GrainStateRow(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    public static WriteOutcome Insert(WriteSession session, GrainStateKey key, byte[] payload, long modified)
    {
        var version = session.NextVersion();
        return session[InsertRow].Execute(key.GrainType, key.GrainKey, key.StateName, version, payload, modified) == 1
            ? new WriteOutcome(true, version)
            : new WriteOutcome(false, StoredVersion(session, key));
    }

    public static WriteOutcome Update(WriteSession session, GrainStateKey key, long expected, byte[] payload, long modified)
    {
        var version = session.NextVersion();
        return session[UpdateRow].Execute(key.GrainType, key.GrainKey, key.StateName, version, payload, modified, expected) == 1
            ? new WriteOutcome(true, version)
            : new WriteOutcome(false, StoredVersion(session, key));
    }

    /// <summary>Removes the row of version <paramref name="expected"/>; null expects that there is none.</summary>
    public static WriteOutcome Delete(WriteSession session, GrainStateKey key, long? expected)
    {
        if (expected is { } version && session[DeleteRow].Execute(key.GrainType, key.GrainKey, key.StateName, version) == 1)
            return new WriteOutcome(true, null);
        var stored = StoredVersion(session, key);
        return new WriteOutcome(expected is null && stored is null, stored);
    }

    private static long? StoredVersion(SqliteSession session, GrainStateKey key)
    {
        using var row = session[SelectVersion].Query(key.GrainType, key.GrainKey, key.StateName);
        return row.Read() ? row.GetInt64(0) : null;
    }
}
