namespace Kayse.Grains.ReleaseNotes;

internal sealed record ReleaseReadingsState
{
    /// <summary>The last note that is read; null for none.</summary>
    public string? ReadUntil { get; init; }

    /// <summary>What sessions show no more, the latest last.</summary>
    public IReadOnlyList<IgnoredRelease> Ignored
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The last note of which an email was sent or is waiting; null for none.</summary>
    public string? MailedUntil { get; init; }

    /// <summary>Notes that are mailed unless they are read before, the first to be mailed first.</summary>
    public IReadOnlyList<UnmailedRelease> Unmailed
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Notes whose emails are to be sent now.</summary>
    public IReadOnlyList<ReleaseSummary> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>That a session shows no note up to this one.</summary>
internal sealed record IgnoredRelease(string SessionId, string Note);

/// <summary>A note, and when it is mailed.</summary>
internal sealed record UnmailedRelease(ReleaseSummary Note, DateTimeOffset MailAt);
