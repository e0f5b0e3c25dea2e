namespace Kayse.Grains.Webhooks;

/// <summary>A webhook of a company (EN-4).</summary>
/// <param name="Id">The webhook's.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Types">Which events; <see cref="WebhookTypes.Everything"/> alone for all.</param>
/// <param name="Status">How it stands.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.webhook-view")]
public sealed record WebhookView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Url,
    [property: Id(2)] IReadOnlyList<string> Types,
    [property: Id(3)] WebhookStatus Status,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] long Version
)
{
    /// <summary>Why it is disabled; null while it is enabled.</summary>
    [Id(6)]
    public WebhookDisabledReason? DisabledReason { get; init; }

    /// <summary>Since when it has been disabled; null while it is enabled.</summary>
    [Id(7)]
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Since when all attempts have failed; null when the last one succeeded, or there was none.</summary>
    [Id(8)]
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When an attempt last succeeded; null: never.</summary>
    [Id(9)]
    public DateTimeOffset? LastDeliveredAt { get; init; }

    /// <summary>How many deliveries wait for an attempt.</summary>
    [Id(10)]
    public int Waiting { get; init; }

    /// <summary>Until when events are signed with the secret before the last rotation too; null when they aren't.</summary>
    [Id(11)]
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>Whether a replay is not done yet.</summary>
    [Id(12)]
    public bool IsReplaying { get; init; }
}

/// <summary>A webhook with its secret, which nobody is shown again.</summary>
/// <param name="View">The webhook.</param>
/// <param name="Secret">With which its events are signed: <c>whsec_…</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.issued-webhook")]
public sealed record IssuedWebhook([property: Id(0)] WebhookView View, [property: Id(1)] string Secret)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => View.Id;
}
