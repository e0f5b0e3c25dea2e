using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Timers;

namespace Orleans.Runtime;

/// <inheritdoc cref="IReminderRegistry" />
internal sealed class ReminderRegistry(ReminderService service, IOptions<ReminderOptions> options) : IReminderRegistry
{
    public async Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfOutside();
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < options.Value.MinimumReminderPeriod)
            throw new ArgumentException($"Reminder {reminderName} is to fire every {period}; the shortest period is {options.Value.MinimumReminderPeriod}.", nameof(period));
        return new GrainReminder(await service.RegisterAsync(callingGrainId, reminderName, dueTime, period));
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        ThrowIfOutside();
        if (reminder is not GrainReminder known)
            throw new ArgumentException("The reminder does not come from this runtime.", nameof(reminder));
        if (!await service.UnregisterAsync(known.Entry))
            throw new ReminderException($"Reminder {reminder.ReminderName} of grain {callingGrainId} could not be removed: it was changed.");
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName)
    {
        ThrowIfOutside();
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        return await service.Table.ReadRow(callingGrainId, reminderName) is { } entry ? new GrainReminder(entry) : null;
    }

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId)
    {
        ThrowIfOutside();
        var rows = await service.Table.ReadRows(callingGrainId);
        return [.. rows.Reminders.Select(entry => new GrainReminder(entry))];
    }

    private static void ThrowIfOutside()
    {
        if (RuntimeContext.Current is null)
            throw new InvalidOperationException("Reminders can be used within a grain only.");
    }

    private sealed class GrainReminder(ReminderEntry entry) : IGrainReminder
    {
        public ReminderEntry Entry => entry;

        public string ReminderName => entry.ReminderName;
    }
}
