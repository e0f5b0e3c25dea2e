using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans;

/// <summary>Reminders of the grain that calls.</summary>
public static class GrainReminderExtensions
{
    /// <summary>Registers a reminder, or sets an existing one anew. Repeating it is harmless; durable when the task completes.</summary>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period)
        => Register(grain is IRemindable, grain?.GrainContext, reminderName, dueTime, period);

    /// <inheritdoc cref="RegisterOrUpdateReminder(Grain, string, TimeSpan, TimeSpan)" />
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
        => Register(grain is IRemindable, grain?.GrainContext, reminderName, dueTime, period);

    /// <summary>Removes a reminder.</summary>
    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) => Unregister(grain?.GrainContext, reminder);

    /// <inheritdoc cref="UnregisterReminder(Grain, IGrainReminder)" />
    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) => Unregister(grain?.GrainContext, reminder);

    /// <summary>One reminder, or null.</summary>
    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) => Get(grain?.GrainContext, reminderName);

    /// <inheritdoc cref="GetReminder(Grain, string)" />
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) => Get(grain?.GrainContext, reminderName);

    /// <summary>Every reminder of the grain.</summary>
    public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => GetAll(grain?.GrainContext);

    /// <inheritdoc cref="GetReminders(Grain)" />
    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) => GetAll(grain?.GrainContext);

    private static Task<IGrainReminder> Register(bool remindable, IGrainContext? grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        var registry = Registry(grain);
        ThrowIfNameless(reminderName);
        if (!remindable)
            throw new InvalidOperationException($"Grain {grain!.GrainId} must implement {nameof(IRemindable)} to register a reminder.");
        return registry.RegisterOrUpdateReminder(grain!.GrainId, reminderName, dueTime, period);
    }

    private static Task Unregister(IGrainContext? grain, IGrainReminder reminder) => Registry(grain).UnregisterReminder(grain!.GrainId, reminder);

    private static Task<IGrainReminder?> Get(IGrainContext? grain, string reminderName)
    {
        var registry = Registry(grain);
        ThrowIfNameless(reminderName);
        return registry.GetReminder(grain!.GrainId, reminderName);
    }

    private static Task<List<IGrainReminder>> GetAll(IGrainContext? grain) => Registry(grain).GetReminders(grain!.GrainId);

    private static IReminderRegistry Registry(IGrainContext? grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain.GetServices().GetService<IReminderRegistry>()
            ?? throw new OrleansConfigurationException("No reminder service is configured: call AddReminders, and register a table.");
    }

    private static void ThrowIfNameless(string reminderName)
    {
        // Orleans answers this with ArgumentNullException also for blanks.
        if (string.IsNullOrWhiteSpace(reminderName))
            throw new ArgumentNullException(nameof(reminderName));
    }
}
