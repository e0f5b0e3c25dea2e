using Kayse.Grains.Members;
using Kayse.Grains.ReleaseNotes;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>Which release notes concern somebody, and which of them are news.</summary>
internal static class ReleaseNoteRules
{
    // Where something is being done that nothing should come before.
    private static readonly string[] _undisturbed = ["password", "two-factor", "step-up", "passkeys", "whats-new", "backup-codes"];

    /// <summary>
    /// Those that are out and for their role, the latest first. What came out up to the day of their coming was there
    /// from their start.
    /// </summary>
    public static IReadOnlyList<ReleaseNote> For(
        IEnumerable<ReleaseNote> notes,
        Role role,
        DateTimeOffset createdAt,
        DateTimeOffset now
    ) =>
        [
            .. notes.Where(note =>
                note.Date <= DateOnly.FromDateTime(now.UtcDateTime)
                && note.Date > DateOnly.FromDateTime(createdAt.UtcDateTime)
                && role >= note.Audience
            ),
        ];

    public static bool IsRead(ReleaseNote note, ReleaseReadings readings) => string.CompareOrdinal(note.Place, readings.ReadUntil) <= 0;

    /// <summary>The one that is shown by itself in a session; null for none.</summary>
    public static ReleaseNote? ToShow(IEnumerable<ReleaseNote> notes, ReleaseReadings readings, string sessionId) =>
        notes.FirstOrDefault(note =>
            note.Kind == ReleaseKind.Major
            && !IsRead(note, readings)
            && string.CompareOrdinal(note.Place, readings.Ignored.GetValueOrDefault(sessionId)) > 0
        );

    /// <summary>The major ones that are unread and of which no email was sent or is waiting.</summary>
    public static IEnumerable<ReleaseNote> ToMail(IEnumerable<ReleaseNote> notes, ReleaseReadings readings) =>
        notes.Where(note =>
            note.Kind == ReleaseKind.Major && !IsRead(note, readings) && string.CompareOrdinal(note.Place, readings.MailedUntil) > 0
        );

    /// <summary>Whether a note may be shown by itself on a page.</summary>
    public static bool MayInterrupt(string path) => !_undisturbed.Any(part => path.Contains(part, StringComparison.Ordinal));
}
