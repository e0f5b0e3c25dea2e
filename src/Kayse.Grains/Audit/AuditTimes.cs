using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>
/// The times of the indexed entries. They ascend but for records that were delivered late, so nothing rests on it: from
/// when to when each batch goes is kept in memory, the times themselves are read.
/// </summary>
internal sealed class AuditTimes(GrainRecords records)
{
    private const int SpansInRecord = 1024;
    private readonly List<AuditSpan> _spans = [];

    /// <summary>The latest time of any entry, in ticks.</summary>
    public long Latest { get; private set; } = long.MinValue;

    /// <summary>
    /// The spans of the first <paramref name="batches"/> batches; what a crash left beyond them is written again.
    /// </summary>
    public async Task LoadAsync(int batches)
    {
        while (_spans.Count < batches)
        {
            var spans = (await records.ReadAsync<AuditSpansState>(SpansName(_spans.Count))).State!.Spans;
            if (spans.Count == 0)
                throw new InvalidDataException($"The times of batch {_spans.Count} of an audit log are missing.");
            _spans.AddRange(spans.Take(batches - _spans.Count));
        }

        Latest = _spans.Count == 0 ? long.MinValue : _spans.Max(span => span.Latest);
    }

    /// <summary>Adds the next batch.</summary>
    public async Task AddAsync(long[] ticks)
    {
        await records.PutAsync(TimesName(_spans.Count), new AuditTimesState { Ticks = NumberList.Encode(ticks) });
        var first = _spans.Count / SpansInRecord * SpansInRecord;
        var span = new AuditSpan(ticks.Min(), ticks.Max());
        await records.PutAsync(SpansName(first), new AuditSpansState { Spans = [.. _spans[first..], span] });
        _spans.Add(span);
        Latest = Math.Max(Latest, span.Latest);
    }

    public AuditSpan SpanOf(int batch) => _spans[batch];

    public async Task<long[]> ReadAsync(int batch) =>
        NumberList.Decode((await records.ReadAsync<AuditTimesState>(TimesName(batch))).State!.Ticks);

    /// <summary>Forgets the times of a batch, but not from when to when it went; may be repeated.</summary>
    public Task DeleteAsync(int batch) => records.RemoveAsync<AuditTimesState>(TimesName(batch));

    private static string TimesName(int batch) => FormattableString.Invariant($"times-{batch:d7}");

    private static string SpansName(int batch) => FormattableString.Invariant($"spans-{batch / SpansInRecord:d4}");
}
