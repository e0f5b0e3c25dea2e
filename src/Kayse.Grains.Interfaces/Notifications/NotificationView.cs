namespace Kayse.Grains.Notifications;

/// <summary>A notification in a person's feed.</summary>
/// <param name="Id">Unique in the feed; later ones have higher numbers.</param>
/// <param name="Sequence">Grows with every change of the feed; this one's last. The id of events on a stream.</param>
/// <param name="EventId">The event's, as who sent it named it.</param>
/// <param name="Type">What it is about.</param>
/// <param name="Title">One line.</param>
/// <param name="CreatedAt">When it arrived; no two in a feed have the same time.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-view")]
public sealed record NotificationView(
    [property: Id(0)] string Id,
    [property: Id(1)] long Sequence,
    [property: Id(2)] string EventId,
    [property: Id(3)] NotificationType Type,
    [property: Id(4)] string Title,
    [property: Id(5)] DateTimeOffset CreatedAt
)
{
    /// <summary>More about it, in lines; null when the title says it all.</summary>
    [Id(6)]
    public string? Body { get; init; }

    /// <summary>The case that it is about; null when it is about none.</summary>
    [Id(7)]
    public string? CaseId { get; init; }

    /// <summary>The type of that case; null when it has none.</summary>
    [Id(8)]
    public string? CaseType { get; init; }

    /// <summary>How urgent it is.</summary>
    [Id(9)]
    public NotificationPriority Priority { get; init; }

    /// <summary>When the person read it; null while they have not.</summary>
    [Id(10)]
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When the person archived it; null while it is in their list.</summary>
    [Id(11)]
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Whether it arrived in quiet hours or a snooze: it is shown, but nothing pops up or sounds.</summary>
    [Id(12)]
    public bool Silent { get; init; }

    /// <summary>Only its id: the rest is personal data.</summary>
    public override string ToString() => $"{nameof(NotificationView)} {Id}";
}

/// <summary>A page of a feed, latest first, without archived ones.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="NextCursor">Where the next page starts; null when this is the last.</param>
/// <param name="Head">Where the feed stands.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-page")]
public sealed record NotificationPage(
    [property: Id(0)] IReadOnlyList<NotificationView> Items,
    [property: Id(1)] string? NextCursor,
    [property: Id(2)] NotificationHead Head
);

/// <summary>Where a feed stands.</summary>
/// <param name="Sequence">Grows with every change of it; it may skip numbers.</param>
/// <param name="Unread">How many are neither read nor archived.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-head")]
public sealed record NotificationHead([property: Id(0)] long Sequence, [property: Id(1)] int Unread);

/// <summary>What has changed in a feed.</summary>
/// <param name="Items">As they are now, the earliest change first; archived ones too.</param>
/// <param name="Head">Where the feed stands after these changes.</param>
/// <param name="Resync">Whether there is more than could be replayed: the feed is to be read anew.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-changes")]
public sealed record NotificationChanges(
    [property: Id(0)] IReadOnlyList<NotificationView> Items,
    [property: Id(1)] NotificationHead Head,
    [property: Id(2)] bool Resync
);
