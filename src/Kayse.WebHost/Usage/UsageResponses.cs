using System.Text.Json;
using Kayse.Grains.Usage;

namespace Kayse.WebHost.Usage;

/// <summary>What became of events.</summary>
/// <param name="Accepted">How many are counted now, and on disk.</param>
/// <param name="Duplicates">How many were accepted before.</param>
/// <param name="Refused">Those that were not taken.</param>
internal sealed record RecordUsageResponse(int Accepted, int Duplicates, IReadOnlyList<RefusedUsageResponse> Refused)
{
    public static RecordUsageResponse Of(UsageRecorded recorded) =>
        new(recorded.Accepted, recorded.Duplicates, [.. recorded.Refused.Select(one => new RefusedUsageResponse(one.Id, one.Reason))]);
}

/// <summary>An event that was not taken.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why.</param>
internal sealed record RefusedUsageResponse(string Id, string Reason);

/// <summary>What a company used.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="TimeZone">The IANA time zone in which the days of the current month are cut; earlier months keep
/// theirs.</param>
/// <param name="Metrics">The usage by metric.</param>
/// <param name="Projection">How the current month will likely end, by metric; null before its third day, and when today
/// is not among the days.</param>
/// <param name="Adjustments">What arrived on these days for months that were over.</param>
internal sealed record UsageResponse(
    DateOnly From,
    DateOnly To,
    string TimeZone,
    IReadOnlyDictionary<string, MetricUsageResponse> Metrics,
    IReadOnlyDictionary<string, UsageProjectionResponse>? Projection,
    IReadOnlyList<UsageAdjustmentResponse> Adjustments
)
{
    public static UsageResponse Of(UsageView view) =>
        new(
            view.From,
            view.To,
            view.TimeZone,
            view.Metrics.ToDictionary(usage => WordOf(usage.Metric), MetricUsageResponse.Of, StringComparer.Ordinal),
            view.Projection?.ToDictionary(
                projected => WordOf(projected.Metric),
                projected => new UsageProjectionResponse(projected.Low, projected.Expected, projected.High),
                StringComparer.Ordinal
            ),
            [.. view.Adjustments.Select(one => new UsageAdjustmentResponse(one.Metric, one.Date, one.UsedOn, one.Quantity))]
        );

    public static string WordOf(UsageMetric metric) => JsonNamingPolicy.SnakeCaseLower.ConvertName(metric.ToString());
}

/// <summary>What a company used of one metric.</summary>
/// <param name="Kind">Whether amounts add up, or the total is their average over time, or the most there was.</param>
/// <param name="Total">All days and adjustments together.</param>
/// <param name="Peak">The most there was at a time; null for metrics that add up.</param>
/// <param name="Days">One for each day.</param>
internal sealed record MetricUsageResponse(UsageMetricKind Kind, decimal Total, decimal? Peak, IReadOnlyList<DayUsageResponse> Days)
{
    public static MetricUsageResponse Of(MetricUsage usage) =>
        new(
            UsageMetrics.KindOf(usage.Metric),
            usage.Total,
            usage.Peak,
            [.. usage.Days.Select(day => new DayUsageResponse(day.Date, day.Value, day.Peak))]
        );
}

/// <summary>What a company used on a day.</summary>
/// <param name="Date">The day, in the company's time zone.</param>
/// <param name="Value">The sum, the average over time, or the most there was.</param>
/// <param name="Peak">The most there was at a time; null for metrics that add up.</param>
internal sealed record DayUsageResponse(DateOnly Date, decimal Value, decimal? Peak);

/// <summary>How a month will likely end. Gauges are taken to stay as they are.</summary>
/// <param name="Low">If the days to come are as in the quietest of the last four weeks.</param>
/// <param name="Expected">If they are as in their mean.</param>
/// <param name="High">If they are as in the busiest.</param>
internal sealed record UsageProjectionResponse(decimal Low, decimal Expected, decimal High);

/// <summary>Usage of a month that was over when it arrived; it counts in the month in which it arrived.</summary>
/// <param name="Metric">What is metered.</param>
/// <param name="Date">The day on which it arrived.</param>
/// <param name="UsedOn">The day on which it was used.</param>
/// <param name="Quantity">How much.</param>
internal sealed record UsageAdjustmentResponse(UsageMetric Metric, DateOnly Date, DateOnly UsedOn, decimal Quantity);

/// <summary>What one member or agent used. Adjustments are counted on the day on which they arrived.</summary>
/// <param name="Id">The member's user id, or the agent's id.</param>
/// <param name="Metrics">The amounts of the metrics that add up.</param>
internal sealed record UsageShareResponse(string Id, IReadOnlyDictionary<string, decimal> Metrics)
{
    public static UsageShareResponse Of(UsageShare share) =>
        new(share.Id, UsageMetrics.Sums.ToDictionary(UsageResponse.WordOf, metric => share.Amounts[(int)metric], StringComparer.Ordinal));
}
