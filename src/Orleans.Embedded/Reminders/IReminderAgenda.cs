using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>
/// A reminder table that knows when each reminder is next due, so that the service need not hold those of the far future
/// in memory and can tell, after a restart, which came due while it was down. This runtime's own; a table of
/// this runtime implements it beside <see cref="IReminderTable"/>.
/// </summary>
public interface IReminderAgenda
{
    /// <summary>At most <paramref name="limit"/> reminders that are due before <paramref name="before"/> (UTC), soonest first.</summary>
    Task<IReadOnlyList<DueReminder>> ReadDueAsync(DateTime before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Notes that a reminder fired and is next due at <paramref name="nextDue"/> (UTC). Without effect when <paramref name="eTag"/> is no longer its version; does not change the version.</summary>
    Task AdvanceAsync(GrainId grainId, string reminderName, string eTag, DateTime nextDue);
}

/// <summary>A reminder and the instant (UTC) at which it next fires.</summary>
public readonly record struct DueReminder(ReminderEntry Entry, DateTime NextDue);
