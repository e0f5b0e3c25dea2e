using System.Globalization;

namespace Kayse.Grains.Webhooks;

/// <summary>What others are shown of a webhook.</summary>
internal static class WebhookViews
{
    public static WebhookView Of(string id, WebhookState state, DateTimeOffset now) =>
        new(id, state.Url, state.Types, StatusOf(state), state.CreatedAt, state.Version)
        {
            DisabledReason = state.DisabledReason,
            DisabledAt = state.DisabledAt,
            FailingSince = state.FailingSince,
            LastDeliveredAt = state.LastDeliveredAt,
            Waiting = state.Deliveries.Count(delivery => delivery.IsPending),
            PreviousSecretUntil = now < state.PreviousSecretUntil ? state.PreviousSecretUntil : null,
            IsReplaying = state.Replay is not null,
        };

    public static WebhookDeliveryView Of(WebhookDelivery delivery) =>
        new(
            delivery.Id,
            delivery.Event.Id,
            delivery.Event.Type,
            delivery.Event.Sequence,
            delivery.CreatedAt,
            delivery.State,
            delivery.Attempts,
            delivery.IsPending ? delivery.NextAt : null
        );

    /// <summary>The latest first, as a list is cut into pages.</summary>
    public static string KeyOf(WebhookDeliveryView delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - delivery.CreatedAt.UtcTicks:d19}-{delivery.Id}");

    private static WebhookStatus StatusOf(WebhookState state) =>
        !state.IsEnabled ? WebhookStatus.Disabled
        : state.FailingSince is null ? WebhookStatus.Enabled
        : WebhookStatus.Failing;
}
