namespace Kayse.Grains.Webhooks;

/// <summary>Creates a webhook; nothing is checked yet.</summary>
/// <param name="WebhookId">The new webhook's.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Types">Which events; <see cref="WebhookTypes.Everything"/> alone for all.</param>
/// <param name="After">The cursor of the event feed from which on; null: from now on.</param>
[GenerateSerializer, Immutable, Alias("kayse.create-webhook")]
public sealed record CreateWebhook(
    [property: Id(0)] string WebhookId,
    [property: Id(1)] string Url,
    [property: Id(2)] IReadOnlyList<string> Types,
    [property: Id(3)] string? After = null
);
