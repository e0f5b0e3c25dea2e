namespace Orleans.Runtime;

/// <summary>A reminder that is held in memory, because it is due soon or being delivered.</summary>
internal sealed class ReminderAgendaItem(ReminderEntry entry, DateTime nextDue)
{
    public ReminderEntry Entry => entry;

    /// <summary>UTC.</summary>
    public DateTime NextDue { get; set; } = nextDue;

    public (GrainId Grain, string Name) Key => (entry.GrainId, entry.ReminderName);

    /// <summary>The first tick after <paramref name="now"/>, counted from the reminder's start, so that a late tick does not shift those after it.</summary>
    public DateTime Following(DateTime now)
    {
        if (entry.Period <= TimeSpan.Zero)
            return DateTime.MaxValue;
        var next = entry.StartAt;
        if (next <= now)
            next = AddClamped(next, (((now - next).Ticks / entry.Period.Ticks) + 1) * (decimal)entry.Period.Ticks);
        return next > NextDue ? next : AddClamped(NextDue, entry.Period.Ticks);
    }

    private static DateTime AddClamped(DateTime time, decimal ticks)
        => ticks > DateTime.MaxValue.Ticks - time.Ticks ? DateTime.MaxValue : time.AddTicks((long)ticks);
}
