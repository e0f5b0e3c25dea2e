using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Reports;

/// <summary>
/// The usage of a company as CSV: a row for each day, then one for each adjustment, then the totals. No cell is a text of
/// people's, so that a negative number can be what it is: a number.
/// </summary>
public static class UsageReportCsv
{
    /// <summary>Writes it row by row.</summary>
    public static async Task WriteAsync(UsageView usage, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(usage);
        await using var csv = CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true);
        await csv.WriteRecordAsync(["date", "used_on", .. usage.Metrics.SelectMany(ColumnsOf)], cancellationToken);
        for (var day = 0; day < usage.To.DayNumber - usage.From.DayNumber; day++)
            await csv.WriteRecordAsync([.. DayOf(usage, day)], cancellationToken);
        foreach (var adjustment in usage.Adjustments)
            await csv.WriteRecordAsync([.. AdjustmentOf(usage, adjustment)], cancellationToken);
        await csv.WriteRecordAsync(["total", "", .. usage.Metrics.SelectMany(TotalsOf)], cancellationToken);
        await csv.FlushAsync(cancellationToken);
    }

    private static IEnumerable<string> DayOf(UsageView usage, int day) =>
        [
            Iso(usage.From.AddDays(day)),
            "",
            .. usage.Metrics.SelectMany(metric => CellsOf(metric, metric.Days[day].Value, metric.Days[day].Peak)),
        ];

    private static IEnumerable<string> AdjustmentOf(UsageView usage, UsageAdjustment adjustment) =>
        [
            Iso(adjustment.Date),
            Iso(adjustment.UsedOn),
            .. usage.Metrics.SelectMany(metric => CellsOf(metric, metric.Metric == adjustment.Metric ? adjustment.Quantity : null, null)),
        ];

    private static IEnumerable<string> TotalsOf(MetricUsage metric) => CellsOf(metric, metric.Total, metric.Peak);

    private static IEnumerable<string> ColumnsOf(MetricUsage metric)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(metric.Metric.ToString());
        return HasPeak(metric) ? [name, $"{name}_peak"] : [name];
    }

    private static string[] CellsOf(MetricUsage metric, decimal? amount, decimal? peak) =>
        HasPeak(metric) ? [Number(amount), Number(peak)] : [Number(amount)];

    // Of what is counted by its peak, that is the amount.
    private static bool HasPeak(MetricUsage metric) => UsageMetrics.KindOf(metric.Metric) == UsageMetricKind.Average;

    private static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
