using Kayse.Grains.State;

namespace Kayse.Grains.ReleaseNotes;

/// <summary>What becomes of what a person has read of release notes, and of the emails about them.</summary>
internal static class ReleaseReadingRules
{
    // Sessions end without a word; the oldest make room.
    private const int MaxIgnored = 20;
    private static readonly TimeSpan _timeToRead = TimeSpan.FromHours(24);

    /// <summary>The same state when it is read already.</summary>
    public static ReleaseReadingsState Read(ReleaseReadingsState state, string note) =>
        IsAfter(note, state.ReadUntil)
            ? state with
            {
                ReadUntil = note,
                Ignored = [],
                Unmailed = [.. state.Unmailed.Where(unmailed => IsAfter(unmailed.Note.Place, note))],
            }
            : state;

    /// <summary>The same state when the session ignores it already.</summary>
    public static ReleaseReadingsState Ignore(ReleaseReadingsState state, string sessionId, string note)
    {
        if (state.Ignored.Contains(new IgnoredRelease(sessionId, note)))
            return state;
        var others = state.Ignored.Where(ignored => ignored.SessionId != sessionId).TakeLast(MaxIgnored - 1);
        return state with { Ignored = [.. others, new IgnoredRelease(sessionId, note)] };
    }

    /// <summary>The same state when there is nothing new among them.</summary>
    public static ReleaseReadingsState MailUnlessRead(ReleaseReadingsState state, IEnumerable<ReleaseSummary> notes, DateTimeOffset now)
    {
        var added = notes
            .Where(note => IsAfter(note.Place, state.ReadUntil) && IsAfter(note.Place, state.MailedUntil))
            .OrderBy(note => note.Place, StringComparer.Ordinal)
            .ToList();
        return added.Count == 0
            ? state
            : state with
            {
                MailedUntil = added[^1].Place,
                Unmailed = [.. state.Unmailed, .. added.Select(note => new UnmailedRelease(note, now + _timeToRead))],
            };
    }

    /// <summary>Has those sent whose time has come; the same state when there are none.</summary>
    public static ReleaseReadingsState MailDue(ReleaseReadingsState state, DateTimeOffset now)
    {
        var due = state.Unmailed.Where(unmailed => unmailed.MailAt <= now).ToList();
        return due.Count == 0
            ? state
            : state with
            {
                Unmailed = [.. state.Unmailed.Except(due)],
                Pending = state.Pending.With(due.Select(unmailed => unmailed.Note)),
            };
    }

    private static bool IsAfter(string note, string? other) => string.CompareOrdinal(note, other) > 0;
}
