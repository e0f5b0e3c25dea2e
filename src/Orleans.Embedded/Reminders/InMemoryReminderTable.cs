using System.Globalization;
using Orleans.Embedded;

namespace Orleans.Runtime;

/// <summary>Reminders in memory, with an agenda.</summary>
internal sealed class InMemoryReminderTable : IReminderTable, IReminderAgenda
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(GrainId Grain, string Name), DueReminder> _reminders = [];
    private long _version;

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Read(entry => entry.GrainId == grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end)
        => Read(entry =>
        {
            var hash = entry.GrainId.GetUniformHashCode();
            return begin < end ? hash > begin && hash <= end : begin == end || hash > begin || hash <= end;
        });

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        lock (_lock)
            return Task.FromResult(_reminders.TryGetValue((grainId, reminderName), out var found) ? Copy(found.Entry) : null);
    }

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        lock (_lock)
        {
            var copy = Copy(entry);
            copy.ETag = (++_version).ToString(CultureInfo.InvariantCulture);
            _reminders[(entry.GrainId, entry.ReminderName)] = new DueReminder(copy, copy.StartAt);
            return Task.FromResult<string?>(copy.ETag);
        }
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        lock (_lock)
            return Task.FromResult(HasVersion((grainId, reminderName), eTag) && _reminders.Remove((grainId, reminderName)));
    }

    public Task TestOnlyClearTable()
    {
        lock (_lock)
            _reminders.Clear();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DueReminder>> ReadDueAsync(DateTime before, int limit, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            IReadOnlyList<DueReminder> due =
            [
                .. _reminders.Values.Where(reminder => reminder.NextDue < before).OrderBy(reminder => reminder.NextDue).Take(limit)
                    .Select(reminder => reminder with { Entry = Copy(reminder.Entry) }),
            ];
            return Task.FromResult(due);
        }
    }

    public Task AdvanceAsync(GrainId grainId, string reminderName, string eTag, DateTime nextDue)
    {
        lock (_lock)
        {
            if (HasVersion((grainId, reminderName), eTag))
                _reminders[(grainId, reminderName)] = _reminders[(grainId, reminderName)] with { NextDue = nextDue };
        }

        return Task.CompletedTask;
    }

    private static ReminderEntry Copy(ReminderEntry entry) => new()
    {
        GrainId = entry.GrainId,
        ReminderName = entry.ReminderName,
        StartAt = entry.StartAt,
        Period = entry.Period,
        ETag = entry.ETag,
    };

    private bool HasVersion((GrainId Grain, string Name) key, string eTag)
        => _reminders.TryGetValue(key, out var found) && string.Equals(found.Entry.ETag, eTag, StringComparison.Ordinal);

    private Task<ReminderTableData> Read(Func<ReminderEntry, bool> matches)
    {
        lock (_lock)
            return Task.FromResult(new ReminderTableData(_reminders.Values.Select(reminder => reminder.Entry).Where(matches).Select(Copy).ToList()));
    }
}
