using System.Diagnostics.Metrics;

namespace Kayse.Silo.Telemetry;

/// <summary>
/// Measures how late reminders come as <c>kayse.reminder.lag</c>, in seconds, by the reminder's name: up to its period,
/// since one that was missed counts as the next.
/// </summary>
internal sealed class ReminderLag(IMeterFactory meters) : IIncomingGrainCallFilter
{
    private readonly Histogram<double> _lag = meters
        .Create("Kayse.Reminders")
        .CreateHistogram<double>("kayse.reminder.lag", "s", "How late reminders come.");

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (
            context.MethodName == nameof(IRemindable.ReceiveReminder)
            && context.Request.GetArgument(0) is string name
            && context.Request.GetArgument(1) is TickStatus status
        )
            _lag.Record(LagOf(status).TotalSeconds, new KeyValuePair<string, object?>("reminder", name));
        return context.Invoke();
    }

    internal static TimeSpan LagOf(TickStatus status)
    {
        var passed = status.CurrentTickTime - status.FirstTickTime;
        return passed <= TimeSpan.Zero || status.Period <= TimeSpan.Zero
            ? TimeSpan.Zero
            : TimeSpan.FromTicks(passed.Ticks % status.Period.Ticks);
    }
}
