using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>
/// All that a database holds, for moving it elsewhere. Read in pages, so that memory doesn't grow with the database;
/// what is written meanwhile may or may not be seen, so let nothing write.
/// </summary>
public sealed class SqliteContents
{
    // States may have half a mebibyte each.
    private const long StatesAPage = 64;
    private const long RemindersAPage = 1_000;
    private const string SelectStates = """
        SELECT rowid, CAST(grain_type AS BLOB), CAST(grain_key AS BLOB), CAST(state_name AS BLOB), payload FROM grain_state
        WHERE rowid > ?1 ORDER BY rowid LIMIT ?2
        """;
    private const string SelectReminders = $"""
        SELECT {ReminderRows.Columns} FROM reminder
        WHERE (grain_type, grain_key, name) > (CAST(?1 AS TEXT), CAST(?2 AS TEXT), CAST(?3 AS TEXT))
        ORDER BY grain_type, grain_key, name LIMIT ?4
        """;

    private readonly SqliteDatabase _database;

    internal SqliteContents(SqliteDatabase database) => _database = database;

    /// <summary>Every state.</summary>
    public async IAsyncEnumerable<StoredGrainState> ReadStatesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var after = long.MinValue; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = after;
            var page = await _database.ReadAsync(session => ReadStates(session, from));
            foreach (var (_, state) in page)
                yield return state;
            if (page.Count < StatesAPage)
                break;
            after = page[^1].Row;
        }
    }

    /// <summary>Every reminder; its <see cref="ReminderEntry.StartAt"/> is when it is next due.</summary>
    public async IAsyncEnumerable<ReminderEntry> ReadRemindersAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        for (var after = new ReminderKey([], [], []); ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = after;
            var page = await _database.ReadAsync(session => ReadReminders(session, from));
            foreach (var reminder in page)
                yield return reminder;
            if (page.Count < RemindersAPage)
                break;
            after = ReminderKey.Of(page[^1].GrainId, page[^1].ReminderName);
        }
    }

    private static List<(long Row, StoredGrainState State)> ReadStates(SqliteSession session, long after)
    {
        using var rows = session[SelectStates].Query(after, StatesAPage);
        var page = new List<(long, StoredGrainState)>();
        while (rows.Read())
            page.Add(
                (
                    rows.GetInt64(0),
                    new StoredGrainState(
                        GrainId.Create(GrainType.Create(Text(rows, 1)), IdSpan.Create(Text(rows, 2))),
                        Text(rows, 3),
                        rows.GetFieldValue<byte[]>(4)
                    )
                )
            );
        return page;
    }

    private static List<ReminderEntry> ReadReminders(SqliteSession session, ReminderKey after)
    {
        using var rows = session[SelectReminders].Query(after.GrainType, after.GrainKey, after.Name, RemindersAPage);
        return ReminderRows.ReadAll(rows);
    }

    private static string Text(SqliteDataReader row, int column) => KeyText.Decode(row.GetFieldValue<byte[]>(column));
}

/// <summary>A state as it is stored: JSON.</summary>
public sealed record StoredGrainState(GrainId GrainId, string StateName, ReadOnlyMemory<byte> Payload);
