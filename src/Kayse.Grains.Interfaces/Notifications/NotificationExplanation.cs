namespace Kayse.Grains.Notifications;

/// <summary>Why a person did or did not get an event (NO-2).</summary>
/// <param name="EventId">The event's, as who sent it named it.</param>
/// <param name="Type">What it is about.</param>
/// <param name="ReceivedAt">When it reached their inbox.</param>
/// <param name="Title">Its title; null when they may not see it.</param>
/// <param name="Channels">What became of it on each channel.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-explanation")]
public sealed record NotificationExplanation(
    [property: Id(0)] string EventId,
    [property: Id(1)] NotificationType Type,
    [property: Id(2)] DateTimeOffset ReceivedAt,
    [property: Id(3)] string? Title,
    [property: Id(4)] IReadOnlyList<ChannelDecision> Channels
);

/// <summary>What became of an event on one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Outcome">Whether it was delivered.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was delivered or dropped; while it waits, when it is due.</param>
[GenerateSerializer, Immutable, Alias("kayse.channel-decision")]
public sealed record ChannelDecision(
    [property: Id(0)] NotificationChannel Channel,
    [property: Id(1)] DeliveryOutcome Outcome,
    [property: Id(2)] NotificationReason Reason,
    [property: Id(3)] DateTimeOffset At
);

/// <summary>What a person would have received since a time if some settings had been theirs.</summary>
/// <param name="From">Since when.</param>
/// <param name="Items">Each event, latest first, at most 200.</param>
/// <param name="Totals">How many would have been delivered, by channel, of all of them.</param>
/// <param name="Emails">How many emails they would have been, digests included.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-dry-run")]
public sealed record NotificationDryRun(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] IReadOnlyList<NotificationExplanation> Items,
    [property: Id(2)] IReadOnlyDictionary<NotificationChannel, int> Totals,
    [property: Id(3)] int Emails
);
