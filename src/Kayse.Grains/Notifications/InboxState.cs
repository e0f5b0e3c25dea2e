namespace Kayse.Grains.Notifications;

/// <summary>
/// What a person's inbox holds, but for the older part of the feed (<see cref="InboxSegment"/>). One write of it stores
/// what arrived together with all that follows from that.
/// </summary>
internal sealed record InboxState
{
    public NotificationSettings Settings
    {
        get;
        init => field = value ?? NotificationSettings.Default;
    } = NotificationSettings.Default;

    /// <summary>Grows with every change of the settings; their ETag.</summary>
    public long SettingsVersion { get; init; }

    /// <summary>Until when email and push wait; null when nothing is snoozed. It may be over.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>The latest events, earliest first; those before them are in segments.</summary>
    public IReadOnlyList<InboxEntry> Recent
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The segments, earliest first.</summary>
    public IReadOnlyList<InboxSegmentSummary> Older
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether a reminder is registered that deletes what is too old.</summary>
    public bool HasCleanUp { get; init; }

    /// <summary>The number of the last event, counted from 1.</summary>
    public long LastNumber { get; init; }

    /// <summary>Grows with every change of the feed.</summary>
    public long Sequence { get; init; }

    /// <summary>When the last event arrived.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>What has still to be delivered by email or push, earliest first.</summary>
    public IReadOnlyList<WaitingDelivery> Waiting
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The boundary of the last digest, or when digests were last chosen: what arrived before is in none that is to come.
    /// Null while there was neither.
    /// </summary>
    public DateTimeOffset? DigestedUntil { get; init; }

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<InboxStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// By who delivers, the sequence of the last event that they delivered: one that is delivered again is known by it.
    /// </summary>
    public IReadOnlyDictionary<string, long> Delivered
    {
        get;
        init => field = value ?? new Dictionary<string, long>(StringComparer.Ordinal);
    } = new Dictionary<string, long>(StringComparer.Ordinal);
}
