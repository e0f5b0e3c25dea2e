using Kayse.Grains.Usage;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Usage;

/// <summary>Usage of a company.</summary>
internal sealed class RecordUsageRequest
{
    /// <summary>1 to 500.</summary>
    public required IReadOnlyList<UsageEventRequest> Events { get; init; }

    public IReadOnlyList<UsageEvent> ToEvents() => [.. Events.Select(sent => sent.ToEvent())];
}

/// <summary>Something that a company used, or for a gauge how much it has.</summary>
internal sealed class UsageEventRequest
{
    /// <summary>
    /// 1 to 100 characters that you choose; with the metric, the same id within 62 days is the same event.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>
    /// <c>voice_minutes</c>, <c>sms_segments</c> or <c>emails</c>, which add up, or <c>phone_numbers</c> or
    /// <c>storage_bytes</c>, of which each event says how much there is from then on.
    /// </summary>
    public required string Metric { get; init; }

    /// <summary>
    /// Up to 12 digits before and 6 after the point. Negative only with <c>corrects</c>.
    /// </summary>
    public required decimal? Quantity { get; init; }

    /// <summary>When: within the last 35 days, and up to 5 minutes ahead.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>The member who used it. Not for gauges.</summary>
    public string? UserId { get; init; }

    /// <summary>The agent that used it. Not for gauges.</summary>
    public string? AgentId { get; init; }

    /// <summary>The id of the event that this one corrects. It may be negative then.</summary>
    public string? Corrects { get; init; }

    // A word that is none of ours becomes a value that is none: the grain refuses this event and takes the others.
    public UsageEvent ToEvent() =>
        new(Id, Words<UsageMetric>.TryParse(Metric, out var metric) ? metric : (UsageMetric)(-1), Quantity, At)
        {
            UserId = UserId,
            AgentId = AgentId,
            Corrects = Corrects,
        };
}
