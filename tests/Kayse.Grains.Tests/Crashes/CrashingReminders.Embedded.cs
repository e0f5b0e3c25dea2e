using Orleans.Embedded;

namespace Kayse.Grains.Tests.Crashes;

/// <content>What the embedded runtime asks of its reminder tables.</content>
internal sealed partial class CrashingReminders : IReminderAgenda
{
    public Task<IReadOnlyList<DueReminder>> ReadDueAsync(DateTime before, int limit, CancellationToken cancellationToken = default)
        => ((IReminderAgenda)table).ReadDueAsync(before, limit, cancellationToken);

    public async Task AdvanceAsync(GrainId grainId, string reminderName, string eTag, DateTime nextDue)
    {
        await crash.WriteAsync();
        await ((IReminderAgenda)table).AdvanceAsync(grainId, reminderName, eTag, nextDue);
    }
}
