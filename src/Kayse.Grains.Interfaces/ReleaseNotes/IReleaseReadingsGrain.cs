namespace Kayse.Grains.ReleaseNotes;

/// <summary>Which release notes a person has read (NO-9), keyed by user id.</summary>
[Alias("kayse.release-readings")]
public interface IReleaseReadingsGrain : IGrainWithStringKey
{
    /// <summary>How far they have read.</summary>
    [Alias("get")]
    Task<ReleaseReadings> GetAsync();

    /// <summary>Marks all notes up to this one as read; earlier than what is read already changes nothing.</summary>
    /// <param name="note">The note's place in the order of all: its date and its id.</param>
    [Alias("mark-read")]
    Task MarkReadAsync(string note);

    /// <summary>Has a session show no note up to this one by itself. May be repeated.</summary>
    [Alias("ignore")]
    Task IgnoreAsync(string sessionId, string note);

    /// <summary>
    /// Has the person get an email about each of these notes that they haven't read within 24 hours; on disk when the
    /// task completes. Passes over what they have read, and whatever comes before a note that this was called for
    /// already: each is mailed once. May be repeated.
    /// </summary>
    [Alias("mail-unless-read")]
    Task MailUnlessReadAsync(IReadOnlyList<ReleaseSummary> notes);

    /// <summary>Forgets the person. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}

/// <summary>How far somebody has read.</summary>
/// <param name="ReadUntil">The last note that is read; null for none.</param>
/// <param name="Ignored">By session, the last note that is ignored there.</param>
[GenerateSerializer, Immutable, Alias("kayse.release-readings-view")]
public sealed record ReleaseReadings([property: Id(0)] string? ReadUntil, [property: Id(1)] IReadOnlyDictionary<string, string> Ignored)
{
    /// <summary>The last note of which an email was sent or is waiting; null for none.</summary>
    [Id(2)]
    public string? MailedUntil { get; init; }
}
