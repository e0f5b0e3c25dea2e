namespace Kayse.Grains.Usage;

/// <summary>
/// What a company used from a day to another. Reports, exports and pages all show these numbers as they are.
/// </summary>
/// <param name="From">The first day, in the company's time zone.</param>
/// <param name="To">The day after the last.</param>
/// <param name="TimeZone">The IANA time zone in which the days of the current month are cut; earlier months keep
/// theirs.</param>
/// <param name="Metrics">One for each metric, in the order of <see cref="UsageMetrics.All"/>.</param>
/// <param name="Adjustments">What arrived on these days for months that were over.</param>
[GenerateSerializer, Immutable, Alias("kayse.usage-view")]
public sealed record UsageView(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly To,
    [property: Id(2)] string TimeZone,
    [property: Id(3)] IReadOnlyList<MetricUsage> Metrics,
    [property: Id(4)] IReadOnlyList<UsageAdjustment> Adjustments
)
{
    /// <summary>
    /// How the current month will likely end, one for each metric; null before its third day, and when today isn't
    /// among the days.
    /// </summary>
    [Id(5)]
    public IReadOnlyList<UsageProjection>? Projection { get; init; }

    /// <summary>The usage of a metric.</summary>
    public MetricUsage Of(UsageMetric metric) => Metrics[(int)metric];
}

/// <summary>What a company used of one metric.</summary>
/// <param name="Metric">What is metered.</param>
/// <param name="Total">
/// All days and adjustments together; for a gauge the average over time, or the most there was.
/// </param>
/// <param name="Days">One for each day.</param>
[GenerateSerializer, Immutable, Alias("kayse.metric-usage")]
public sealed record MetricUsage(
    [property: Id(0)] UsageMetric Metric,
    [property: Id(1)] decimal Total,
    [property: Id(2)] IReadOnlyList<DayUsage> Days
)
{
    /// <summary>The most there was at a time; null for metrics that add up.</summary>
    [Id(3)]
    public decimal? Peak { get; init; }
}

/// <summary>What a company used of one metric on one day.</summary>
/// <param name="Date">The day, in the company's time zone.</param>
/// <param name="Value">The sum, the average over time, or the most there was.</param>
/// <param name="Peak">The most there was at a time; null for metrics that add up.</param>
[GenerateSerializer, Immutable, Alias("kayse.day-usage")]
public readonly record struct DayUsage(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] decimal Value,
    [property: Id(2)] decimal? Peak = null
);

/// <summary>Usage of a month that was over when it arrived. It counts in the month in which it arrived.</summary>
/// <param name="Metric">One that adds up.</param>
/// <param name="Date">The day on which it arrived, in the company's time zone.</param>
/// <param name="UsedOn">The day on which it was used.</param>
/// <param name="Quantity">How much.</param>
[GenerateSerializer, Immutable, Alias("kayse.usage-adjustment")]
public sealed record UsageAdjustment(
    [property: Id(0)] UsageMetric Metric,
    [property: Id(1)] DateOnly Date,
    [property: Id(2)] DateOnly UsedOn,
    [property: Id(3)] decimal Quantity
);

/// <summary>How a month will likely end for a metric. Gauges are taken to stay as they are.</summary>
/// <param name="Metric">What is metered.</param>
/// <param name="Low">If the days to come are as in the quietest of the last four weeks.</param>
/// <param name="Expected">If they are as in their mean.</param>
/// <param name="High">If they are as in the busiest.</param>
[GenerateSerializer, Immutable, Alias("kayse.usage-projection")]
public sealed record UsageProjection(
    [property: Id(0)] UsageMetric Metric,
    [property: Id(1)] decimal Low,
    [property: Id(2)] decimal Expected,
    [property: Id(3)] decimal High
);
