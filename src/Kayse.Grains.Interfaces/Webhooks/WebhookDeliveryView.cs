namespace Kayse.Grains.Webhooks;

/// <summary>An event on its way to a webhook, or the end of that.</summary>
/// <param name="Id">The delivery's: an event that is replayed has several.</param>
/// <param name="EventId">The event's, which receivers know it by.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Sequence">The event's place among those of the company; null for a test event.</param>
/// <param name="CreatedAt">Since when it has been waiting.</param>
/// <param name="State">How it stands.</param>
/// <param name="Attempts">The attempts, first to last.</param>
/// <param name="NextAttemptAt">When it is sent again at the earliest; null when it isn't.</param>
[GenerateSerializer, Immutable, Alias("kayse.webhook-delivery-view")]
public sealed record WebhookDeliveryView(
    [property: Id(0)] string Id,
    [property: Id(1)] string EventId,
    [property: Id(2)] string Type,
    [property: Id(3)] long? Sequence,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] WebhookDeliveryState State,
    [property: Id(6)] IReadOnlyList<WebhookAttempt> Attempts,
    [property: Id(7)] DateTimeOffset? NextAttemptAt
);

/// <summary>How a delivery stands.</summary>
[GenerateSerializer, Alias("kayse.webhook-delivery-state")]
public enum WebhookDeliveryState
{
    /// <summary>It is to be sent, or sent again.</summary>
    Pending = 0,

    /// <summary>The receiver has answered 2xx.</summary>
    Delivered = 1,

    /// <summary>All attempts have failed.</summary>
    Failed = 2,
}

/// <summary>An attempt to send an event.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Status">The status that the receiver answered; null when it didn't answer in full.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
[GenerateSerializer, Immutable, Alias("kayse.webhook-attempt")]
public sealed record WebhookAttempt(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] WebhookOutcome Outcome,
    [property: Id(2)] int? Status,
    [property: Id(3)] int DurationMs
);

/// <summary>What came of an attempt.</summary>
[GenerateSerializer, Alias("kayse.webhook-outcome")]
public enum WebhookOutcome
{
    /// <summary>The receiver answered 2xx.</summary>
    Delivered = 0,

    /// <summary>The receiver answered something else.</summary>
    Refused = 1,

    /// <summary>There was no complete response in time.</summary>
    TimedOut = 2,

    /// <summary>No connection came about, or it broke off.</summary>
    Unreachable = 3,

    /// <summary>The address leads into a private network, or isn't https.</summary>
    NotAllowed = 4,

    /// <summary>The response was too large, or not the length that it said.</summary>
    InvalidResponse = 5,

    /// <summary>The secret can't be read any more, because the key ring was lost: it has to be rotated.</summary>
    SecretLost = 6,
}
