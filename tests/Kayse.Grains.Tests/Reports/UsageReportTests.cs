using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kayse.Grains.Documents;
using Kayse.Grains.Reports;
using Kayse.Grains.Usage;
using UglyToad.PdfPig;

namespace Kayse.Grains.Tests.Reports;

/// <summary>The same usage as CSV and as PDF.</summary>
public sealed class UsageReportTests
{
    private static readonly DateTimeOffset _now = new(2027, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public async Task Both_say_the_same_amounts_to_the_last_digit(int seed)
    {
        var usage = Random(seed, days: 3 + (seed * 20));
        var rows = await RowsAsync(usage);

        var (days, adjustments, totals) = (
            rows[1..(usage.Metrics[0].Days.Count + 1)],
            rows[(usage.Metrics[0].Days.Count + 1)..^1],
            rows[^1]
        );
        adjustments.Count.ShouldBe(usage.Adjustments.Count);
        var words = WordsOf(usage);
        foreach (var metric in usage.Metrics)
        {
            var column = rows[0].IndexOf(NameOf(metric.Metric));
            days.Select(row => Number(row[column])).ShouldBe(metric.Days.Select(day => day.Value));
            Number(totals[column]).ShouldBe(metric.Total);
            words.ShouldContain(ReportWords.Of(metric.Total));
            foreach (var day in metric.Days)
                words.ShouldContain(ReportWords.Of(day.Value));
            if (UsageMetrics.KindOf(metric.Metric) == UsageMetricKind.Sum)
                days.Concat(adjustments).Where(row => row[column].Length > 0).Sum(row => Number(row[column])).ShouldBe(metric.Total);
        }
    }

    [Fact]
    public async Task Negative_numbers_stay_numbers_in_a_spreadsheet()
    {
        var usage = Random(1, days: 2);
        var day = usage.Metrics[0].Days[0] with { Value = -12.5m };
        usage = usage with { Metrics = [usage.Metrics[0] with { Days = [day, usage.Metrics[0].Days[1]] }, .. usage.Metrics.Skip(1)] };

        (await RowsAsync(usage))[1][2].ShouldBe("-12.5");
    }

    [Fact]
    public void A_report_of_days_that_are_over_never_changes()
    {
        var usage = Random(1, days: 31);
        var open = new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero);

        FileOf(usage, _now).ShouldBe(FileOf(usage, _now.AddYears(1)));
        FileOf(usage, open).ShouldNotBe(FileOf(usage, open.AddHours(1)));

        static string FileOf(UsageView usage, DateTimeOffset now) =>
            Convert.ToBase64String(PdfFile.Write(UsageReportDocument.Of(usage, "Jones & Co", now)));
    }

    [Fact]
    public void A_report_of_400_days_of_all_metrics_takes_less_than_a_second_and_5_MB()
    {
        var usage = Random(7, days: 400);
        PdfFile.Write(UsageReportDocument.Of(usage, "Jones & Co", _now));

        var watch = Stopwatch.StartNew();
        var file = PdfFile.Write(UsageReportDocument.Of(usage, "Jones & Co", _now));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        file.Length.ShouldBeLessThan(5 * 1024 * 1024);
    }

    [Fact]
    public void A_file_is_named_by_its_first_and_last_day() =>
        ReportNames.FileName(new(2026, 10, 1), new(2026, 11, 1), ReportFormat.Pdf).ShouldBe("usage-2026-10-01-to-2026-10-31.pdf");

    private static UsageView Random(int seed, int days)
    {
        var random = new Random(seed);
        var from = new DateOnly(2026, 1, 1);
        var adjustments = Enumerable
            .Range(0, seed)
            .Select(i => new UsageAdjustment((UsageMetric)(i % 3), from.AddDays(random.Next(days)), from.AddDays(-i - 1), Amount()))
            .ToList();
        var metrics = UsageMetrics.All.Select(metric =>
        {
            var values = Enumerable.Range(0, days).Select(day => new DayUsage(from.AddDays(day), Amount())).ToList();
            return UsageMetrics.KindOf(metric) switch
            {
                UsageMetricKind.Sum => new MetricUsage(
                    metric,
                    values.Sum(day => day.Value) + adjustments.Where(late => late.Metric == metric).Sum(late => late.Quantity),
                    values
                ),
                UsageMetricKind.Average => new(metric, Math.Round(values.Average(day => day.Value), 6), values)
                {
                    Peak = values.Max(day => day.Value),
                },
                _ => new(metric, values.Max(day => day.Value), values),
            };
        });
        return new(from, from.AddDays(days), "America/New_York", [.. metrics], adjustments);

        decimal Amount() =>
            random.Next(4) == 0 ? random.Next(-50, 50) : random.NextInt64(-1_000_000_000, 999_999_999_999_999) / 1_000_000m;
    }

    private static async Task<List<List<string>>> RowsAsync(UsageView usage)
    {
        using var stream = new MemoryStream();
        await UsageReportCsv.WriteAsync(usage, stream, CancellationToken.None);
        return
        [
            .. Encoding
                .UTF8.GetString(stream.ToArray())
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(',').ToList()),
        ];
    }

    private static HashSet<string> WordsOf(UsageView usage)
    {
        using var pdf = PdfDocument.Open(PdfFile.Write(UsageReportDocument.Of(usage, "Jones & Co", _now)));
        return [.. pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)];
    }

    private static string NameOf(UsageMetric metric) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(metric.ToString());

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
