using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>
/// Reminders in SQLite. Of a range of grains it returns the reminders whose next tick is within
/// <see cref="ReminderOptions.ReminderLoadingWindow"/> and no other: Orleans, which reads its range again every few
/// minutes, would drop those that come later.
/// </summary>
internal sealed class SqliteReminderTable(SqliteDatabase database, IOptions<ReminderOptions> options, TimeProvider clock) : IReminderTable
{
    private const string SelectOfGrain = $"SELECT {ReminderRows.Columns} FROM reminder WHERE {ReminderRows.TheGrain}";
    private const string SelectOne = $"SELECT {ReminderRows.Columns} FROM reminder WHERE {ReminderRows.TheRow}";

    // ?3 is now, ?4 the end of the window. The first line finds the rows by the index; of those whose first tick is
    // over, the second looks at the next.
    private const string SelectDue = $"""
        SELECT {ReminderRows.Columns} FROM reminder
        WHERE start_at <= ?4
          AND (start_at > ?3 OR period <= 0 OR start_at + ((?3 - start_at) / period + 1) * period <= ?4)
        """;
    private const string SelectBetween = $"{SelectDue} AND hash > ?1 AND hash <= ?2";
    private const string SelectAround = $"{SelectDue} AND (hash > ?1 OR hash <= ?2)";
    private const string Upsert = """
        INSERT INTO reminder (grain_type, grain_key, name, hash, start_at, period, version)
        VALUES (CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), ?4, ?5, ?6, ?7)
        ON CONFLICT DO UPDATE SET start_at = excluded.start_at, period = excluded.period, version = excluded.version
        """;
    private const string Delete = $"DELETE FROM reminder WHERE {ReminderRows.TheRow} AND version = ?4";
    private const string DeleteAll = "DELETE FROM reminder";

    public async Task<ReminderTableData> ReadRows(GrainId grainId)
    {
        var key = ReminderKey.Of(grainId, "");
        return new ReminderTableData(
            await database.ReadAsync(session =>
            {
                using var rows = session[SelectOfGrain].Query(key.GrainType, key.GrainKey);
                return ReminderRows.ReadAll(rows);
            })
        );
    }

    // On another thread: after a long pause very many may be due.
    public Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        Task.Run(async () =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var until =
                options.Value.ReminderLoadingWindow < DateTime.MaxValue - now
                    ? now + options.Value.ReminderLoadingWindow
                    : DateTime.MaxValue;
            return new ReminderTableData(
                await database.ReadAsync(session =>
                {
                    using var rows = session[begin < end ? SelectBetween : SelectAround]
                        .Query((long)begin, (long)end, now.Ticks, until.Ticks);
                    return ReminderRows.ReadAll(rows);
                })
            );
        });

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var key = ReminderKey.Of(grainId, reminderName);
        return await database.ReadAsync(session =>
        {
            using var row = session[SelectOne].Query(key.GrainType, key.GrainKey, key.Name);
            return row.Read() ? ReminderRows.ReadEntry(row) : null;
        });
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var key = ReminderKey.Of(entry.GrainId, entry.ReminderName);
        var hash = (long)entry.GrainId.GetUniformHashCode();
        var startAt = ReminderRows.Ticks(entry.StartAt);
        var period = entry.Period.Ticks;
        return ETag.Format(
            await database.WriteAsync(session =>
            {
                var version = session.NextVersion();
                session[Upsert].Execute(key.GrainType, key.GrainKey, key.Name, hash, startAt, period, version);
                return version;
            })
        );
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var key = ReminderKey.Of(grainId, reminderName);
        return ETag.Parse(eTag) is { } version
            && await database.WriteAsync(session => session[Delete].Execute(key.GrainType, key.GrainKey, key.Name, version) == 1);
    }

    public Task TestOnlyClearTable() => database.WriteAsync(session => session[DeleteAll].Execute());
}
