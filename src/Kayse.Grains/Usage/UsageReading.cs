namespace Kayse.Grains.Usage;

/// <summary>
/// Puts together what a company used on some days, from the months that are over and the one that is open.
/// </summary>
internal sealed class UsageReading(UsageBook book, ClosedMonths closed, string timeZone)
{
    public static IEnumerable<DateOnly> DaysOf(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber).Select(from.AddDays);

    /// <summary>The usage of some days up to now.</summary>
    public async Task<UsageView> ReadAsync(DateOnly from, DateOnly to, DateTime now)
    {
        var months = await ReadMonthsAsync(from, to);
        var adjustments = months
            .Values.SelectMany(month => month.Adjustments)
            .Where(one => one.Date >= from && one.Date < to)
            .Concat(book.Adjustments(from, to))
            .OrderBy(one => one.Date)
            .ThenBy(one => one.Metric)
            .ThenBy(one => one.UsedOn)
            .Select(one => one with { Quantity = Plain(one.Quantity) })
            .ToList();
        var metrics = UsageMetrics.All.Select(metric => MetricOf(metric, from, to, now, months, adjustments));
        return new(from, to, timeZone, [.. metrics], adjustments);
    }

    /// <summary>
    /// How the month of a day will likely end, seen from that day; null on the first days of a month.
    /// </summary>
    public async Task<IReadOnlyList<UsageProjection>?> ProjectAsync(DateOnly today, DateTime now)
    {
        if (today.Day < UsageProjections.FirstDay)
            return null;
        var start = UsageCalendar.MonthOf(today);
        var month = await ReadAsync(start, start.AddMonths(1), now);
        var before = await ReadAsync(today.AddDays(-UsageProjections.DaysRead), today, now);
        return
        [
            .. month.Metrics.Select(usage =>
                UsageMetrics.IsGauge(usage.Metric)
                    ? new UsageProjection(usage.Metric, usage.Total, usage.Total, usage.Total)
                    : UsageProjections.Project(
                        usage.Metric,
                        usage.Total,
                        today,
                        usage.Days[today.Day - 1].Value,
                        [.. before.Of(usage.Metric).Days.Select(day => day.Value)]
                    )
            ),
        ];
    }

    /// <summary>What each member or agent used on some days.</summary>
    public async Task<IEnumerable<UsageShare>> ReadSharesAsync(UsageSplit split, DateOnly from, DateOnly to)
    {
        var days = new List<DayShare>();
        for (var month = UsageCalendar.MonthOf(from); month < to && month < book.OpenMonth; month = month.AddMonths(1))
            days.AddRange((await closed.ReadSharesAsync(month, split)).Where(share => share.Date >= from && share.Date < to));
        return days.Concat(book.Shares(split, from, to))
            .GroupBy(share => share.Id, StringComparer.Ordinal)
            .Select(person => new UsageShare(
                person.Key,
                [.. UsageMetrics.Sums.Select(metric => Plain(person.Sum(share => share.Amounts[(int)metric])))]
            ));
    }

    private async Task<Dictionary<DateOnly, ClosedMonthState>> ReadMonthsAsync(DateOnly from, DateOnly to)
    {
        var months = new Dictionary<DateOnly, ClosedMonthState>();
        for (var month = UsageCalendar.MonthOf(from); month < to && month < book.OpenMonth; month = month.AddMonths(1))
            months.Add(month, await closed.ReadAsync(month));
        return months;
    }

    private MetricUsage MetricOf(
        UsageMetric metric,
        DateOnly from,
        DateOnly to,
        DateTime now,
        Dictionary<DateOnly, ClosedMonthState> months,
        IEnumerable<UsageAdjustment> adjustments
    )
    {
        var days = DaysOf(from, to).Select(day => DayOf(metric, day, now, months)).ToList();
        var peak = UsageMetrics.IsGauge(metric) ? days.Max(day => day.Peak ?? 0) : (decimal?)null;
        var total = UsageMetrics.KindOf(metric) switch
        {
            UsageMetricKind.Sum => days.Sum(day => day.Value) + adjustments.Where(one => one.Metric == metric).Sum(one => one.Quantity),
            UsageMetricKind.Average => AverageOf(days, now),
            _ => peak!.Value,
        };
        return new(metric, Plain(total), days) { Peak = peak };
    }

    private DayUsage DayOf(UsageMetric metric, DateOnly day, DateTime now, Dictionary<DateOnly, ClosedMonthState> months)
    {
        var month = UsageCalendar.MonthOf(day);
        var usage = month < book.OpenMonth ? ClosedDay(metric, day, months[month]) : book.DayOf(metric, day, now);
        return usage with { Value = Plain(usage.Value), Peak = usage.Peak is { } peak ? Plain(peak) : null };
    }

    private static DayUsage ClosedDay(UsageMetric metric, DateOnly day, ClosedMonthState month)
    {
        if (month.Values.Count == 0)
            return new(day, 0, UsageMetrics.IsGauge(metric) ? 0 : null);
        var peaks = month.Peaks[(int)metric];
        return new(day, month.Values[(int)metric][day.Day - 1], peaks.Count == 0 ? null : peaks[day.Day - 1]);
    }

    // Days count by what of them has passed.
    private decimal AverageOf(IReadOnlyList<DayUsage> days, DateTime now)
    {
        var (sum, seconds) = (0m, 0m);
        foreach (var day in days)
        {
            var (start, end) = (book.Calendar.StartOf(day.Date), book.Calendar.StartOf(day.Date.AddDays(1)));
            if (start > now)
                continue;
            var passed = Math.Max(1, (long)((end < now ? end : now) - start).TotalSeconds);
            sum += day.Value * passed;
            seconds += passed;
        }

        return seconds == 0 ? 0 : decimal.Round(sum / seconds, 6);
    }

    // Without zeros at its end, so that equal amounts read alike everywhere.
    private static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}
