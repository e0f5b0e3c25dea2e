namespace Kayse.Grains.Usage;

/// <summary>
/// How a month will likely end: month to date, and for each day to come what the same weekday had in the last 28 days.
/// The quietest and the busiest of these four weeks give the range. Today counts as what it has, or as such a day if
/// that is more.
/// </summary>
internal static class UsageProjections
{
    /// <summary>The first day of a month on which it is projected.</summary>
    public const int FirstDay = 3;

    /// <summary>
    /// How many days before today are read: the four weeks, and some by which to know that they count.
    /// </summary>
    public const int DaysRead = 63;

    private const int Weeks = 4;

    /// <summary>The projection of a metric that adds up.</summary>
    /// <param name="metric">What is metered.</param>
    /// <param name="toDate">The month to date, with today's.</param>
    /// <param name="today">Today.</param>
    /// <param name="todays">What today has.</param>
    /// <param name="before">The amounts of the days before today, the last of them yesterday.</param>
    public static UsageProjection Project(
        UsageMetric metric,
        decimal toDate,
        DateOnly today,
        decimal todays,
        IReadOnlyList<decimal> before
    )
    {
        var last = new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1);
        var ends = WeeksIn(before).Select(week => EndAfter(week)).ToList();
        return ends.Count == 0
            ? new(metric, toDate, toDate, toDate)
            : new(metric, ends.Min(), decimal.Round(ends.Average(), 6), ends.Max());

        decimal EndAfter(IReadOnlyList<decimal> week)
        {
            var end = toDate + Math.Max(0, week[0] - todays);
            for (var ahead = 1; today.AddDays(ahead) <= last; ahead++)
                end += week[ahead % week.Count];
            return end;
        }
    }

    // The last four weeks, each from the weekday of today on. A week that is not whole since the company's first usage
    // says nothing about weekdays; without a whole one each day stands for all.
    private static IEnumerable<IReadOnlyList<decimal>> WeeksIn(IReadOnlyList<decimal> before)
    {
        var first = before.TakeWhile(amount => amount == 0).Count();
        var known = before.Skip(first).ToList();
        var weeks = Math.Min(known.Count / 7, Weeks);
        return weeks == 0
            ? known.Select(amount => new[] { amount })
            : Enumerable.Range(1, weeks).Select(back => known.GetRange(known.Count - (7 * back), 7));
    }
}
