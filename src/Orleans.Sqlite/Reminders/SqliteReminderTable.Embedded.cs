using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <content>What the embedded runtime asks of its reminder tables.</content>
internal sealed partial class SqliteReminderTable : IReminderAgenda
{
    private const string SelectDue = $"SELECT {ReminderRows.Columns} FROM reminder WHERE next_due < ?1 ORDER BY next_due LIMIT ?2";
    private const string Advance = $"UPDATE reminder SET next_due = ?5 WHERE {ReminderRows.TheRow} AND version = ?4";

    public async Task<IReadOnlyList<DueReminder>> ReadDueAsync(DateTime before, int limit, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await database.ReadAsync(session =>
        {
            using var rows = session[SelectDue].Query(ReminderRows.Ticks(before), (long)limit);
            var due = new List<DueReminder>();
            while (rows.Read())
                due.Add(new DueReminder(ReminderRows.ReadEntry(rows), ReminderRows.ReadNextDue(rows)));
            return due;
        });
    }

    public async Task AdvanceAsync(GrainId grainId, string reminderName, string eTag, DateTime nextDue)
    {
        var key = ReminderKey.Of(grainId, reminderName);
        var due = ReminderRows.Ticks(nextDue);
        if (ETag.Parse(eTag) is { } version)
            await database.WriteAsync(session => session[Advance].Execute(key.GrainType, key.GrainKey, key.Name, version, due));
    }
}
