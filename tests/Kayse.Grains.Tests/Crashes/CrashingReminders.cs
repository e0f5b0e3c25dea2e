namespace Kayse.Grains.Tests.Crashes;

internal sealed partial class CrashingReminders(IReminderTable table, CrashPoint crash) : IReminderTable
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
}
