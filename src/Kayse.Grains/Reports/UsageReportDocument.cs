using System.Globalization;
using Kayse.Grains.Documents;
using Kayse.Grains.Mail;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Reports;

/// <summary>The usage of a company as a document.</summary>
public static class UsageReportDocument
{
    // More bars than fit side by side with room to tell them apart.
    private const int MaxDaysAsBars = 62;

    /// <summary>The document; of days that are over it is always the same.</summary>
    /// <param name="usage">What it says.</param>
    /// <param name="companyName">Whose usage it is.</param>
    /// <param name="now">What time it is.</param>
    public static Document Of(UsageView usage, string companyName, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(usage);
        // Wherever on earth the company is.
        var isOver = now >= new DateTimeOffset(usage.To.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1);
        var days = Days.Of(usage.From, usage.To);
        return new Document(
            "Usage report",
            isOver ? new DateTimeOffset(usage.To.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : now,
            [
                new DocumentParagraph(companyName),
                new DocumentParagraph($"{days}, in the time zone {ZoneOf(usage)}."),
                .. isOver ? [] : new[] { new DocumentParagraph(SoFar(now)) },
                new DocumentHeading("Summary"),
                SummaryOf(usage),
                .. usage.Metrics.Where(metric => metric.Days.Any(day => day.Value != 0)).Select(ChartOf),
                new DocumentHeading("By day"),
                DaysOf(usage),
                .. AdjustmentsOf(usage),
            ]
        )
        {
            Footer = $"Usage report, {companyName}, {days}",
        };
    }

    private static string ZoneOf(UsageView usage) => usage.TimeZone is "Etc/UTC" ? "UTC" : usage.TimeZone.Replace('_', ' ');

    private static string SoFar(DateTimeOffset now) =>
        $"As of {now.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC. The numbers may still grow.";

    private static DocumentTable SummaryOf(UsageView usage) =>
        new(
            [new("Metric", 2), new("Counted as", 2), new("Amount", 2, IsNumber: true), new("Most at a time", 2, IsNumber: true)],
            [
                .. usage.Metrics.Select(metric =>
                    (IReadOnlyList<string>)
                        [
                            ReportWords.Of(metric.Metric),
                            ReportWords.Of(UsageMetrics.KindOf(metric.Metric)),
                            ReportWords.Of(metric.Total),
                            metric.Peak is { } peak ? ReportWords.Of(peak) : "",
                        ]
                ),
            ]
        );

    private static DocumentTable DaysOf(UsageView usage) =>
        new(
            [
                new("Day", 0.9),
                .. usage.Metrics.Select(metric => new DocumentColumn(
                    ReportWords.Of(metric.Metric),
                    WidthOf(metric.Metric),
                    IsNumber: true
                )),
            ],
            [
                .. Enumerable
                    .Range(0, usage.To.DayNumber - usage.From.DayNumber)
                    .Select(day =>
                        (IReadOnlyList<string>)
                            [Iso(usage.From.AddDays(day)), .. usage.Metrics.Select(metric => ReportWords.Of(metric.Days[day].Value))]
                    ),
            ]
        );

    private static IEnumerable<DocumentBlock> AdjustmentsOf(UsageView usage)
    {
        if (usage.Adjustments.Count == 0)
            yield break;
        yield return new DocumentHeading("Adjustments");
        yield return new DocumentParagraph(
            "Usage of months that were over when it arrived. It is part of the amounts in the summary, not of those by day."
        );
        yield return new DocumentTable(
            [new("Arrived"), new("Used"), new("Metric", 2), new("Amount", 2, IsNumber: true)],
            [
                .. usage.Adjustments.Select(adjustment =>
                    (IReadOnlyList<string>)
                        [
                            Iso(adjustment.Date),
                            Iso(adjustment.UsedOn),
                            ReportWords.Of(adjustment.Metric),
                            ReportWords.Of(adjustment.Quantity),
                        ]
                ),
            ]
        );
    }

    private static DocumentChart ChartOf(MetricUsage metric)
    {
        var isByDay = metric.Days.Count <= MaxDaysAsBars;
        var bars = isByDay ? [.. metric.Days.Select(BarOf)] : MonthsOf(metric);
        var name = $"{ReportWords.Of(metric.Metric)} by {(isByDay ? "day" : "month")}";
        var highest = bars.MaxBy(bar => bar.Value)!;
        return new(name, $"Bar chart: {name}. The highest is {ReportWords.Of(highest.Value)}, {highest.Label}.", bars);
    }

    private static DocumentBar BarOf(DayUsage day) => new(day.Date.ToString("d MMM", CultureInfo.InvariantCulture), day.Value);

    private static List<DocumentBar> MonthsOf(MetricUsage metric) =>
        [
            .. metric
                .Days.GroupBy(day => (day.Date.Year, day.Date.Month))
                .Select(month => new DocumentBar(
                    month.First().Date.ToString("MMM yyyy", CultureInfo.InvariantCulture),
                    UsageMetrics.KindOf(metric.Metric) switch
                    {
                        UsageMetricKind.Sum => month.Sum(day => day.Value),
                        UsageMetricKind.Average => Math.Round(month.Average(day => day.Value), 6),
                        _ => month.Max(day => day.Value),
                    }
                )),
        ];

    // Bytes have many digits.
    private static double WidthOf(UsageMetric metric) => metric == UsageMetric.StorageBytes ? 1.6 : 1;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
