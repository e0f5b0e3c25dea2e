namespace Kayse.Grains.Usage;

/// <summary>
/// What a company used since the month that is open began: the sums of its events, in whatever order they come. An
/// event of a month that was over when it came is an adjustment on the day on which it came.
/// </summary>
/// <param name="calendar">By which days are cut.</param>
/// <param name="openMonth">The first day of the month that is open.</param>
/// <param name="before">The last that the events of each metric said before; null for none.</param>
internal sealed class UsageBook(UsageCalendar calendar, DateOnly openMonth, IReadOnlyList<GaugeReading?> before)
{
    private readonly Dictionary<(UsageMetric, DateOnly), decimal> _sums = [];
    private readonly Dictionary<(UsageMetric, DateOnly Date, DateOnly UsedOn), decimal> _adjustments = [];
    private readonly Dictionary<(UsageSplit, string Id, DateOnly Date), decimal[]> _shares = [];
    private readonly Dictionary<UsageMetric, GaugeReadings> _gauges = UsageMetrics
        .All.Where(UsageMetrics.IsGauge)
        .ToDictionary(metric => metric, metric => new GaugeReadings(before.ElementAtOrDefault((int)metric), calendar.StartOf(openMonth)));

    public DateOnly OpenMonth => openMonth;

    public UsageCalendar Calendar => calendar;

    public void Add(UsageEntry entry)
    {
        if (UsageMetrics.IsGauge(entry.Metric))
        {
            _gauges[entry.Metric].Add(entry.At, entry.Quantity);
            return;
        }

        var usedOn = calendar.DayOf(entry.At);
        var cameOn = calendar.DayOf(entry.ReceivedAt);
        var isLate = UsageCalendar.MonthOf(usedOn) < UsageCalendar.MonthOf(cameOn);
        var day = isLate ? cameOn : usedOn;
        if (day < openMonth)
            return;
        if (isLate)
            _adjustments[(entry.Metric, cameOn, usedOn)] =
                _adjustments.GetValueOrDefault((entry.Metric, cameOn, usedOn)) + entry.Quantity;
        else
            _sums[(entry.Metric, usedOn)] = _sums.GetValueOrDefault((entry.Metric, usedOn)) + entry.Quantity;
        AddShare(UsageSplit.Member, entry.UserId, day, entry);
        AddShare(UsageSplit.Agent, entry.AgentId, day, entry);
    }

    /// <summary>The usage of a day up to now.</summary>
    public DayUsage DayOf(UsageMetric metric, DateOnly day, DateTime now)
    {
        if (!_gauges.TryGetValue(metric, out var readings))
            return new(day, _sums.GetValueOrDefault((metric, day)));
        var (average, peak) = readings.Between(calendar.StartOf(day), calendar.StartOf(day.AddDays(1)), now);
        return new(day, UsageMetrics.KindOf(metric) == UsageMetricKind.Peak ? peak : average, peak);
    }

    /// <summary>What came from a day until another for months that were over.</summary>
    public IEnumerable<UsageAdjustment> Adjustments(DateOnly from, DateOnly to) =>
        _adjustments
            .Where(one => one.Key.Date >= from && one.Key.Date < to)
            .Select(one => new UsageAdjustment(one.Key.Item1, one.Key.Date, one.Key.UsedOn, one.Value));

    /// <summary>What each member or agent used on the days from one until another.</summary>
    public IEnumerable<DayShare> Shares(UsageSplit split, DateOnly from, DateOnly to) =>
        _shares
            .Where(share => share.Key.Item1 == split && share.Key.Date >= from && share.Key.Date < to)
            .Select(share => new DayShare(share.Key.Id, share.Key.Date, share.Value));

    /// <summary>The last that the events of a gauge said before an instant; null when there is none.</summary>
    public GaugeReading? LevelBefore(UsageMetric metric, DateTime end) =>
        _gauges.TryGetValue(metric, out var readings) ? readings.LastBefore(end) : null;

    private void AddShare(UsageSplit split, string? id, DateOnly day, UsageEntry entry)
    {
        if (id is null)
            return;
        if (!_shares.TryGetValue((split, id, day), out var amounts))
            _shares.Add((split, id, day), amounts = new decimal[UsageMetrics.Sums.Count]);
        amounts[(int)entry.Metric] += entry.Quantity;
    }
}
