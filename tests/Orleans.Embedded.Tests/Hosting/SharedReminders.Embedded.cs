using System.Collections.Concurrent;

namespace Orleans.Embedded.Tests.Hosting;

/// <summary>The part that the embedded runtime reads: which reminder is due when.</summary>
public sealed partial class SharedReminders : IReminderAgenda
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), DateTime> _due = new();

    public Task<IReadOnlyList<DueReminder>> ReadDueAsync(DateTime before, int limit, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<DueReminder> due = [.. _rows
            .Select(row => new DueReminder(Copy(row.Value), _due[row.Key]))
            .Where(row => row.NextDue < before)
            .OrderBy(row => row.NextDue)
            .Take(limit)];
        Interlocked.Add(ref _rowsRead, due.Count);
        return Task.FromResult(due);
    }

    public Task AdvanceAsync(GrainId grainId, string reminderName, string eTag, DateTime nextDue)
    {
        if (_rows.TryGetValue((grainId, reminderName), out var row) && row.ETag == eTag)
            _due[(grainId, reminderName)] = nextDue;
        return Task.CompletedTask;
    }

    partial void OnUpsert(ReminderEntry row) => _due[(row.GrainId, row.ReminderName)] = row.StartAt;
}
