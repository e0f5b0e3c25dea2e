namespace Kayse.Grains.Usage;

/// <summary>Something that a company used, or for a gauge how much it has.</summary>
/// <param name="Id">1 to 100 characters, chosen by who sends it; with the metric, the same one twice within 62 days is
/// one event.</param>
/// <param name="Metric">What is metered.</param>
/// <param name="Quantity">How much, with up to 12 digits before and 6 after the point; null when the sender has none,
/// which is refused.</param>
/// <param name="At">When; null when the sender says none, which is refused.</param>
[GenerateSerializer, Immutable, Alias("kayse.usage-event")]
public sealed record UsageEvent(
    [property: Id(0)] string Id,
    [property: Id(1)] UsageMetric Metric,
    [property: Id(2)] decimal? Quantity,
    [property: Id(3)] DateTimeOffset? At
)
{
    /// <summary>The member who used it; null when none did, and for gauges.</summary>
    [Id(4)]
    public string? UserId { get; init; }

    /// <summary>The agent that used it; null when none did, and for gauges.</summary>
    [Id(5)]
    public string? AgentId { get; init; }

    /// <summary>The id of the event that this one corrects; only a correction has a negative quantity.</summary>
    [Id(6)]
    public string? Corrects { get; init; }
}

/// <summary>What became of events.</summary>
/// <param name="Accepted">How many are counted, and on disk.</param>
/// <param name="Duplicates">How many had been accepted before.</param>
/// <param name="Refused">Those that were not taken.</param>
[GenerateSerializer, Immutable, Alias("kayse.usage-recorded")]
public sealed record UsageRecorded(
    [property: Id(0)] int Accepted,
    [property: Id(1)] int Duplicates,
    [property: Id(2)] IReadOnlyList<RefusedUsage> Refused
);

/// <summary>An event that was not taken.</summary>
/// <param name="Id">The event's, as it was sent.</param>
/// <param name="Reason">Why: one of <see cref="UsageProblems"/>.</param>
[GenerateSerializer, Immutable, Alias("kayse.refused-usage")]
public sealed record RefusedUsage([property: Id(0)] string Id, [property: Id(1)] string Reason);
