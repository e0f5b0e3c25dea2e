namespace Kayse.Grains.BusinessHours;

/// <summary>When a company has opened and closed since somebody last looked.</summary>
internal static class OpeningChanges
{
    /// <summary>More than these come about only after a long time in which nothing ran.</summary>
    private const int MaxAtOnce = 64;

    // A change may be so far off that nobody knows of it yet.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(30);

    /// <summary>How it is.</summary>
    public static OpeningChange Now(BusinessSchedule? schedule, DateTimeOffset now) => new(OpenHours.At(schedule, now).Open, now);

    /// <summary>
    /// The changes up to now, in order. After very many of them, and when the hours were changed meanwhile, the last one is
    /// how it is now.
    /// </summary>
    /// <param name="schedule">The hours.</param>
    /// <param name="known">The last one that was told.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<OpeningChange> Since(BusinessSchedule? schedule, OpeningChange known, DateTimeOffset now)
    {
        var changes = new List<OpeningChange>();
        for (var last = known; changes.Count < MaxAtOnce; last = changes[^1])
        {
            var status = OpenHours.At(schedule, last.At);
            if (status.Until is not { } until || until > now)
                break;
            changes.Add(new(!status.Open, until));
        }

        if ((changes.LastOrDefault() ?? known).Open != OpenHours.At(schedule, now).Open)
            changes.Add(Now(schedule, now));
        return changes;
    }

    /// <summary>How long until one must look again; null when nothing ever changes.</summary>
    public static TimeSpan? NextIn(BusinessSchedule? schedule, DateTimeOffset now)
    {
        if (schedule is null)
            return null;
        var wait = OpenHours.At(schedule, now).Until - now;
        return wait < _longestWait ? wait : _longestWait;
    }
}
