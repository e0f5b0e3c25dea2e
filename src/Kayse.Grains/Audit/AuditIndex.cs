using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>
/// Finds entries by actor, action, target and time. The log is indexed in batches of a fixed size, behind the appends;
/// what is not indexed yet is in memory and looked through. A batch counts as indexed with one last write, and one that
/// a crash interrupts is indexed again in the same way.
/// </summary>
internal sealed class AuditIndex(GrainRecords records)
{
    public const int BatchSize = 1024;
    private const string Name = "index";
    private const int WritesAtOnce = 64;

    private readonly AuditPostings _postings = new(records);
    private readonly AuditTimes _times = new(records);
    private GrainState<AuditIndexState> _stored = new(new AuditIndexState());

    /// <summary>How many entries are indexed: a multiple of <see cref="BatchSize"/>.</summary>
    public long Entries => _stored.State!.Entries;

    /// <summary>The hash of the last of them; null when there is none.</summary>
    public byte[]? Hash => _stored.State!.Hash;

    public async Task LoadAsync()
    {
        _stored = await records.ReadAsync<AuditIndexState>(Name);
        await _times.LoadAsync((int)(Entries / BatchSize));
    }

    /// <summary>Takes in the next batch, which lacks those of its first entries that were deleted.</summary>
    public async Task AddAsync(IReadOnlyList<AuditKeys> batch)
    {
        var first = Entries + BatchSize - batch.Count;
        var lists = batch
            .SelectMany((keys, place) => ListsOf(keys).Select(list => (List: list, Sequence: first + place)))
            .GroupBy(found => found.List, found => found.Sequence, StringComparer.Ordinal);
        foreach (var some in lists.Chunk(WritesAtOnce))
            await Task.WhenAll(some.Select(list => _postings.AddAsync(list.Key, [.. list])));
        var deleted = Enumerable.Repeat(batch[0].At.UtcTicks, BatchSize - batch.Count);
        await _times.AddAsync([.. deleted, .. batch.Select(keys => keys.At.UtcTicks)]);
        var next = new GrainState<AuditIndexState>(new AuditIndexState { Entries = Entries + BatchSize, Hash = batch[^1].Hash })
        {
            ETag = _stored.ETag,
            RecordExists = _stored.RecordExists,
        };
        await records.WriteAsync(Name, next);
        _stored = next;
    }

    /// <summary>Forgets deleted entries; may be repeated.</summary>
    /// <param name="from">The first of them.</param>
    /// <param name="end">The first that is left.</param>
    /// <param name="deleted">What they were found by, as far as they were indexed.</param>
    public async Task DeleteAsync(long from, long end, IReadOnlyList<AuditKeys> deleted)
    {
        foreach (var some in deleted.SelectMany(ListsOf).Distinct(StringComparer.Ordinal).Chunk(WritesAtOnce))
            await Task.WhenAll(some.Select(list => _postings.DeleteAsync(list, end)));
        for (var batch = from / BatchSize; batch < end / BatchSize; batch++)
            await _times.DeleteAsync((int)batch);
    }

    /// <summary>
    /// The first sequence, from <paramref name="first"/> on, of an indexed entry that is not from before a time; or
    /// where the index ends.
    /// </summary>
    public async Task<long> CountBeforeAsync(long first, DateTimeOffset before)
    {
        for (var count = first; count < Entries;)
        {
            var batch = (int)(count / BatchSize);
            var end = (batch + 1L) * BatchSize;
            if (_times.SpanOf(batch).Latest >= before.UtcTicks)
            {
                var ticks = await _times.ReadAsync(batch);
                for (; count < end; count++)
                {
                    if (ticks[count % BatchSize] >= before.UtcTicks)
                        return count;
                }
            }

            count = end;
        }

        return Math.Max(first, Entries);
    }

    /// <summary>The lists that a filter names; with none of them, all entries that are indexed.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="first">The first entry that was not deleted.</param>
    public async Task<IReadOnlyList<AuditSequences>> OpenAsync(AuditFilter filter, long first)
    {
        var lists = new List<string>();
        if (filter.ActorId is not null)
            lists.Add(ByActor(filter.ActorId));
        if (filter.Action is not null)
            lists.Add(ByAction(filter.Action));
        if (filter.TargetId is not null)
            lists.Add(ByTarget(filter.TargetId));
        return lists.Count == 0 ? [AuditSequences.Between(first, Entries)] : await Task.WhenAll(lists.Select(_postings.OpenAsync));
    }

    public AuditTimeRange TimeRange(AuditFilter filter) => new(_times, filter.From, filter.To);

    /// <summary>Whether an entry of this time can be indexed already.</summary>
    public bool MayHold(DateTimeOffset at) => at.UtcTicks <= _times.Latest;

    /// <summary>The indexed entries, from <paramref name="first"/> on, of exactly this time.</summary>
    public async Task<IReadOnlyList<long>> AtAsync(DateTimeOffset at, long first)
    {
        var found = new List<long>();
        for (var batch = (int)(Entries / BatchSize) - 1; batch >= first / BatchSize; batch--)
        {
            var span = _times.SpanOf(batch);
            if (at.UtcTicks < span.Earliest || at.UtcTicks > span.Latest)
                continue;
            var ticks = await _times.ReadAsync(batch);
            found.AddRange(
                Enumerable
                    .Range(0, BatchSize)
                    .Where(place => ticks[place] == at.UtcTicks)
                    .Select(place => ((long)batch * BatchSize) + place)
                    .Where(sequence => sequence >= first)
            );
        }

        found.Sort();
        return found;
    }

    private static IEnumerable<string> ListsOf(AuditKeys keys)
    {
        if (keys.ActorId is not null)
            yield return ByActor(keys.ActorId);
        yield return ByAction(keys.Action);
        yield return ByTarget(keys.TargetId);
    }

    private static string ByActor(string id) => $"by-actor-{AuditNames.Hash(id)}";

    private static string ByAction(string action) => $"by-action-{AuditNames.Hash(action)}";

    private static string ByTarget(string id) => $"by-target-{AuditNames.Hash(id)}";
}
