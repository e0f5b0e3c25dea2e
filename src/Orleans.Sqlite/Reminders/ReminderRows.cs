using Microsoft.Data.Sqlite;
using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>The columns of <c>reminder</c> and how they become entries.</summary>
internal static class ReminderRows
{
    public const string Columns = "CAST(grain_type AS BLOB), CAST(grain_key AS BLOB), CAST(name AS BLOB), start_at, period, version";
    public const string TheGrain = "grain_type = CAST(?1 AS TEXT) AND grain_key = CAST(?2 AS TEXT)";
    public const string TheRow = $"{TheGrain} AND name = CAST(?3 AS TEXT)";

    public static List<ReminderEntry> ReadAll(SqliteDataReader rows)
    {
        var entries = new List<ReminderEntry>();
        while (rows.Read())
            entries.Add(ReadEntry(rows));
        return entries;
    }

    public static ReminderEntry ReadEntry(SqliteDataReader row) =>
        new()
        {
            GrainId = GrainId.Create(GrainType.Create(Text(row, 0)), IdSpan.Create(Text(row, 1))),
            ReminderName = Text(row, 2),
            StartAt = Instant(row, 3),
            Period = TimeSpan.FromTicks(row.GetInt64(4)),
            ETag = ETag.Format(row.GetInt64(5)),
        };

    /// <summary>An instant as it is stored. Reminder times are UTC also when they do not say so.</summary>
    public static long Ticks(DateTime instant) => (instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : instant).Ticks;

    private static DateTime Instant(SqliteDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);

    private static string Text(SqliteDataReader row, int column) => KeyText.Decode(row.GetFieldValue<byte[]>(column));
}
