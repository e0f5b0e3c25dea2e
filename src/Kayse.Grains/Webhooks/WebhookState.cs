using Kayse.Grains.State;

namespace Kayse.Grains.Webhooks;

[NoPersonalData("Ids in events of the company, while they are sent and for 30 days.")]
internal sealed record WebhookState
{
    /// <summary>Null when there is no such webhook.</summary>
    public string? CompanyId { get; init; }

    public string Url
    {
        get;
        init => field = value ?? "";
    } = "";

    public IReadOnlyList<string> Types
    {
        get;
        init => field = value ?? [];
    } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; init; }

    /// <summary>Encrypted.</summary>
    public byte[] Secret
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The one before the last rotation, encrypted; null when it isn't used any more.</summary>
    public byte[]? PreviousSecret { get; init; }

    /// <summary>Until when that one is used.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    /// <summary>Up to where the company's events were taken.</summary>
    public string Cursor
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What is to be sent again; null when nothing is.</summary>
    public WebhookReplay? Replay { get; init; }

    /// <summary>Those that wait, and the latest that don't, in the order in which they were taken.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Null while it is enabled.</summary>
    public WebhookDisabledReason? DisabledReason { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>When the first attempt failed after which none succeeded; null when the last one succeeded.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Whether the admins were told of that.</summary>
    public bool IsFailureTold { get; init; }

    public DateTimeOffset? LastDeliveredAt { get; init; }

    /// <summary>Until when the receiver wants nothing; null when it doesn't say.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<WebhookStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    public bool IsEnabled => CompanyId is not null && DisabledReason is null;

    public WebhookDelivery? Find(string deliveryId) => Deliveries.FirstOrDefault(delivery => delivery.Id == deliveryId);

    public WebhookState With(WebhookDelivery changed) =>
        this with
        {
            Deliveries = [.. Deliveries.Select(delivery => delivery.Id == changed.Id ? changed : delivery)],
        };
}

/// <summary>A range of events that is to be sent again.</summary>
/// <param name="Cursor">Up to where they were taken.</param>
/// <param name="To">The sequence of the last.</param>
internal sealed record WebhookReplay(string Cursor, long To);
