using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain that reminders wake.</summary>
public interface IRemindable : IGrain
{
    /// <summary>A reminder fires. At least once for each period that passes while the process runs; an exception is logged, and the next period tries again.</summary>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
