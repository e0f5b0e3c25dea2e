using System.Text.Json.Serialization;
using Kayse.Grains.Webhooks;

namespace Kayse.WebHost.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">The webhook's id.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Types">Which types of the event feed; <c>*</c> alone for all.</param>
/// <param name="Status">
/// <c>failing</c> while no attempt has succeeded since one failed; nothing is sent while it is <c>disabled</c>.
/// </param>
/// <param name="DisabledReason">
/// <c>by_admin</c>; <c>gone</c>: its receiver answered 410; <c>failing</c>: for five days. Null while it is enabled.
/// </param>
/// <param name="DisabledAt">Since when it has been disabled.</param>
/// <param name="FailingSince">Since when all attempts have failed; null when the last one succeeded.</param>
/// <param name="LastDeliveredAt">When an attempt last succeeded; null: never.</param>
/// <param name="Waiting">How many deliveries wait.</param>
/// <param name="Replaying">Whether a replay is not done yet.</param>
/// <param name="PreviousSecretUntil">Until when the secret before the last rotation signs too; null when it doesn't.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record WebhookResponse(
    string Id,
    string Url,
    IReadOnlyList<string> Types,
    WebhookStatus Status,
    WebhookDisabledReason? DisabledReason,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? FailingSince,
    DateTimeOffset? LastDeliveredAt,
    int Waiting,
    bool Replaying,
    DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset CreatedAt
)
{
    /// <summary>With which events are signed. It is shown here only; absent where the webhook is listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    public static WebhookResponse Of(WebhookView view) =>
        new(
            view.Id,
            view.Url,
            view.Types,
            view.Status,
            view.DisabledReason,
            view.DisabledAt,
            view.FailingSince,
            view.LastDeliveredAt,
            view.Waiting,
            view.IsReplaying,
            view.PreviousSecretUntil,
            view.CreatedAt
        );

    public static WebhookResponse Of(IssuedWebhook issued) => Of(issued.View) with { Secret = issued.Secret };
}

/// <summary>An event on its way to a webhook, or the end of that.</summary>
/// <param name="Id">The delivery's id: an event that is replayed has several.</param>
/// <param name="EventId">The event's id, as in the event feed and in <c>webhook-id</c>.</param>
/// <param name="Type">The event's type; <c>webhook.test</c> for a test.</param>
/// <param name="Sequence">The event's place among those of the company; null for a test.</param>
/// <param name="State">
/// <c>pending</c> until an attempt succeeds, then <c>delivered</c>; <c>failed</c> after the last attempt.
/// </param>
/// <param name="Attempts">The attempts, first to last.</param>
/// <param name="CreatedAt">Since when it has been waiting.</param>
/// <param name="NextAttemptAt">When it is sent next, at the earliest; null when it isn't.</param>
internal sealed record WebhookDeliveryResponse(
    string Id,
    string EventId,
    string Type,
    long? Sequence,
    WebhookDeliveryState State,
    IReadOnlyList<WebhookAttemptResponse> Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt
)
{
    public static WebhookDeliveryResponse Of(WebhookDeliveryView delivery) =>
        new(
            delivery.Id,
            delivery.EventId,
            delivery.Type,
            delivery.Sequence,
            delivery.State,
            [.. delivery.Attempts.Select(one => new WebhookAttemptResponse(one.At, one.Outcome, one.Status, one.DurationMs))],
            delivery.CreatedAt,
            delivery.NextAttemptAt
        );
}

/// <summary>An attempt to send an event.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">
/// <c>delivered</c> by a 2xx, else <c>refused</c>. Without a complete response: <c>timed_out</c>, <c>unreachable</c>,
/// <c>invalid_response</c>, <c>not_allowed</c> for an address in a private network, <c>secret_lost</c> when the secret
/// must be rotated.
/// </param>
/// <param name="Status">The status that the receiver answered; null without a complete response.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
internal sealed record WebhookAttemptResponse(DateTimeOffset At, WebhookOutcome Outcome, int? Status, int DurationMs);
