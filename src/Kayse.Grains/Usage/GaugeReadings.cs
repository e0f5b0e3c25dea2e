namespace Kayse.Grains.Usage;

/// <summary>
/// What the events of a gauge said since the month that is open began, and the last that they said before. Before the
/// first there was nothing. In which order they come makes no difference: of two of the same second the higher counts.
/// </summary>
internal sealed class GaugeReadings(GaugeReading? before, DateTime start)
{
    private readonly SortedList<DateTime, decimal> _levels = [];
    private GaugeReading? _before = before;

    public void Add(DateTime at, decimal level)
    {
        var second = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        if (second >= start)
            _levels[second] = _levels.TryGetValue(second, out var known) ? Math.Max(known, level) : level;
        else if (_before is null || second > _before.At || (second == _before.At && level > _before.Level))
            _before = new(second, level);
    }

    /// <summary>The last reading before an instant; null when there is none.</summary>
    public GaugeReading? LastBefore(DateTime end)
    {
        var count = CountBefore(end);
        return count == 0 ? _before : new(_levels.Keys[count - 1], _levels.Values[count - 1]);
    }

    /// <summary>
    /// The average over a time, and the most there was in it: up to now, or to the last reading if that is later. There
    /// was nothing in a time that is yet to begin.
    /// </summary>
    public (decimal Average, decimal Peak) Between(DateTime from, DateTime end, DateTime now)
    {
        var last = _levels.Count == 0 ? now : _levels.Keys[^1].AddSeconds(1);
        var known = last > now ? last : now;
        var to = end < known ? end : known;
        if (to < from)
            return (0, 0);
        var level = LastBefore(from)?.Level ?? 0;
        if (to == from)
            return (level, level);
        var (peak, sum, since) = (level, 0m, from);
        for (var i = CountBefore(from); i < _levels.Count && _levels.Keys[i] < to; i++)
        {
            sum += level * Seconds(since, _levels.Keys[i]);
            (since, level) = (_levels.Keys[i], _levels.Values[i]);
            // What was there at the very beginning of the time is no part of it if it is replaced at once.
            peak = since == from ? level : Math.Max(peak, level);
        }

        return (decimal.Round((sum + (level * Seconds(since, to))) / Seconds(from, to), 6), peak);
    }

    private int CountBefore(DateTime end)
    {
        var (low, high) = (0, _levels.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_levels.Keys[middle] < end)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static decimal Seconds(DateTime from, DateTime to) => (to - from).Ticks / (decimal)TimeSpan.TicksPerSecond;
}
