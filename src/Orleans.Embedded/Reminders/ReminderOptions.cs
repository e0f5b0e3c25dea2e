namespace Orleans.Hosting;

/// <summary>How reminders are served.</summary>
public sealed class ReminderOptions
{
    /// <summary>The shortest period that may be registered; 1 minute.</summary>
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How far ahead reminders are held in memory; 2 minutes (Orleans: 10, and it holds all that are due until then; here at most 10,000).</summary>
    public TimeSpan ReminderLoadingWindow { get; set; } = TimeSpan.FromMinutes(2);
}
