using Orleans.Embedded;

namespace Kayse.Grains.Tests.Crashes;

internal sealed class CrashingReminders(IReminderTable table, CrashPoint crash) : IReminderTable, IReminderAgenda
{
    public Task<ReminderTableData> ReadRows(GrainId grainId) => table.ReadRows(grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => table.ReadRows(begin, end);

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        await crash.ReadingReminder();
        return await table.ReadRow(grainId, reminderName);
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        await crash.WriteAsync();
        return await table.UpsertRow(entry);
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        await crash.WriteAsync();
        var removed = await table.RemoveRow(grainId, reminderName, eTag);
        crash.RemovedReminders++;
        return removed;
    }

    public Task TestOnlyClearTable() => table.TestOnlyClearTable();

    public Task<IReadOnlyList<DueReminder>> ReadDueAsync(DateTime before, int limit, CancellationToken cancellationToken = default)
        => ((IReminderAgenda)table).ReadDueAsync(before, limit, cancellationToken);

    public async Task AdvanceAsync(GrainId grainId, string reminderName, string eTag, DateTime nextDue)
    {
        await crash.WriteAsync();
        await ((IReminderAgenda)table).AdvanceAsync(grainId, reminderName, eTag, nextDue);
    }
}
