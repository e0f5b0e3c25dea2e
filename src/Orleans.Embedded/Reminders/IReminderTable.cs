using Orleans.Runtime;

namespace Orleans;

/// <summary>Where reminders are kept.</summary>
public interface IReminderTable
{
    /// <summary>Prepares the table; called once before any other use.</summary>
    Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Every reminder of one grain.</summary>
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>Every reminder whose grain's uniform hash is in (begin, end]; begin ≥ end wraps around, begin = end is everything.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    /// <summary>One reminder, or null.</summary>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Adds or replaces a reminder; answers its new ETag. Durable when the task completes.</summary>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <summary>Removes a reminder if <paramref name="eTag"/> is still its version; answers whether it did.</summary>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    /// <summary>Removes every reminder. For tests.</summary>
    Task TestOnlyClearTable();

    /// <summary>Lets go of what <see cref="StartAsync"/> took.</summary>
    Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
