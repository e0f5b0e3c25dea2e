using System.Collections.Concurrent;

namespace Orleans.Embedded.Tests.Hosting;

/// <summary>A reminder table that outlives a silo and counts what is read from it.</summary>
public sealed partial class SharedReminders : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderEntry> _rows = new();
    private long _etag;
    private long _rowsRead;

    /// <summary>Rows handed out so far.</summary>
    public long RowsRead => Interlocked.Read(ref _rowsRead);

    public int Count => _rows.Count;

    public Task<ReminderTableData> ReadRows(GrainId grainId)
        => Answer(_rows.Values.Where(row => row.GrainId == grainId));

    public Task<ReminderTableData> ReadRows(uint begin, uint end)
        => Answer(_rows.Values.Where(row => IsWithin(row.GrainId.GetUniformHashCode(), begin, end)));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        if (!_rows.TryGetValue((grainId, reminderName), out var row))
            return Task.FromResult<ReminderEntry?>(null);
        Interlocked.Increment(ref _rowsRead);
        return Task.FromResult<ReminderEntry?>(Copy(row));
    }

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        var row = Copy(entry);
        row.ETag = $"{Interlocked.Increment(ref _etag)}";
        OnUpsert(row);
        _rows[(entry.GrainId, entry.ReminderName)] = row;
        return Task.FromResult<string?>(row.ETag);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var key = (grainId, reminderName);
        var removed = _rows.TryGetValue(key, out var row) && row.ETag == eTag && _rows.TryRemove(KeyValuePair.Create(key, row));
        return Task.FromResult(removed);
    }

    public Task TestOnlyClearTable()
    {
        _rows.Clear();
        return Task.CompletedTask;
    }

    partial void OnUpsert(ReminderEntry row);

    private static bool IsWithin(uint hash, uint begin, uint end)
        => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static ReminderEntry Copy(ReminderEntry row)
        => new() { GrainId = row.GrainId, ReminderName = row.ReminderName, StartAt = row.StartAt, Period = row.Period, ETag = row.ETag };

    private Task<ReminderTableData> Answer(IEnumerable<ReminderEntry> rows)
    {
        var data = new ReminderTableData(rows.Select(Copy));
        Interlocked.Add(ref _rowsRead, data.Reminders.Count);
        return Task.FromResult(data);
    }
}
