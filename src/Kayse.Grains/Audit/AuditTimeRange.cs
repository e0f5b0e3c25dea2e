namespace Kayse.Grains.Audit;

/// <summary>Which of the indexed entries lie in a time range; for one query.</summary>
internal sealed class AuditTimeRange(AuditTimes times, DateTimeOffset? from, DateTimeOffset? to)
{
    private readonly long _from = from?.UtcTicks ?? long.MinValue;
    private readonly long _to = to?.UtcTicks ?? long.MaxValue;
    private int _batch = -1;
    private long[] _ticks = [];

    /// <summary>
    /// True when all of these sequences are in the range, false when none is, null when it has to be looked up.
    /// </summary>
    public bool? Holds(long first, long last)
    {
        if (_from == long.MinValue && _to == long.MaxValue)
            return true;
        var verdict = Holds(BatchOf(first));
        for (var batch = BatchOf(first) + 1; verdict is not null && batch <= BatchOf(last); batch++)
            verdict = verdict == Holds(batch) ? verdict : null;
        return verdict;
    }

    public async ValueTask<bool> HoldsAsync(long sequence)
    {
        var batch = BatchOf(sequence);
        if (Holds(batch) is { } verdict)
            return verdict;
        if (_batch != batch)
            (_ticks, _batch) = (await times.ReadAsync(batch), batch);
        return Holds(_ticks[sequence % AuditIndex.BatchSize]);
    }

    private bool? Holds(int batch)
    {
        var span = times.SpanOf(batch);
        if (span.Latest < _from || span.Earliest >= _to)
            return false;
        return span.Earliest >= _from && span.Latest < _to ? true : null;
    }

    private bool Holds(long ticks) => ticks >= _from && ticks < _to;

    private static int BatchOf(long sequence) => (int)(sequence / AuditIndex.BatchSize);
}
