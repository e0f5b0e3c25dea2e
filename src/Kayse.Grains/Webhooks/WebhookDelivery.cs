namespace Kayse.Grains.Webhooks;

/// <summary>An event on its way to a webhook, as it is stored.</summary>
internal sealed record WebhookDelivery
{
    public required string Id { get; init; }

    public required WebhookEvent Event { get; init; }

    /// <summary>Since when it has been waiting.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    public WebhookDeliveryState State { get; init; }

    /// <summary>First to last.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it is sent next, while it is pending.</summary>
    public DateTimeOffset NextAt { get; init; }

    public bool IsPending => State == WebhookDeliveryState.Pending;
}
