using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>Registers reminders on a grain's behalf; grains use the extension methods of <see cref="GrainReminderExtensions"/>.</summary>
public interface IReminderRegistry
{
    /// <summary>Adds a reminder or sets it anew; durable when the task completes.</summary>
    /// <exception cref="ArgumentException"><paramref name="period"/> is shorter than <see cref="Hosting.ReminderOptions.MinimumReminderPeriod"/>, or a time is negative.</exception>
    Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period);

    /// <summary>Removes a reminder. Throws <see cref="ReminderException"/> when it was changed since <paramref name="reminder"/> was obtained.</summary>
    Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder);

    /// <summary>One reminder of the grain, or null.</summary>
    Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName);

    /// <summary>Every reminder of the grain.</summary>
    Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId);
}
