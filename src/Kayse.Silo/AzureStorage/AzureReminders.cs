using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// Orleans' reminder table, with a query of ours for ranges. Orleans' own fetches every reminder of a silo's share each
/// time it looks; ours leaves those in the table that aren't due within the window which Orleans keeps in memory.
/// </summary>
internal sealed class AzureReminders(IReminderTable table, ReminderRows rows, IOptions<ReminderOptions> options, TimeProvider clock)
    : IReminderTable
{
    public Task StartAsync(CancellationToken cancellationToken = default) => table.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => table.StopAsync(cancellationToken);

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        var until = clock.GetUtcNow().UtcDateTime + options.Value.ReminderLoadingWindow;
        return new ReminderTableData(await rows.ReadAsync(begin, end, until, CancellationToken.None).ToListAsync());
    }

    public async Task<ReminderTableData> ReadRows(GrainId grainId) => new((await table.ReadRows(grainId)).Reminders.Select(InUtc));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        await table.ReadRow(grainId, reminderName) is { } entry ? InUtc(entry) : null;

    public Task<string?> UpsertRow(ReminderEntry entry) => table.UpsertRow(entry);

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => table.RemoveRow(grainId, reminderName, eTag);

    public Task TestOnlyClearTable() => table.TestOnlyClearTable();

    // The table has texts, and Orleans reads them without saying that they are UTC.
    private static ReminderEntry InUtc(ReminderEntry entry)
    {
        entry.StartAt = DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc);
        return entry;
    }
}
