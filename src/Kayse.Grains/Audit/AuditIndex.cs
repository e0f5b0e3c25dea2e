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

    /// <summary>Takes in the next batch.</summary>
    public async Task AddAsync(IReadOnlyList<AuditKeys> batch)
    {
        var lists = batch
            .SelectMany((keys, place) => ListsOf(keys).Select(list => (List: list, Sequence: Entries + place)))
            .GroupBy(found => found.List, found => found.Sequence, StringComparer.Ordinal);
        foreach (var some in lists.Chunk(WritesAtOnce))
            await Task.WhenAll(some.Select(list => _postings.AddAsync(list.Key, [.. list])));
        await _times.AddAsync([.. batch.Select(keys => keys.At.UtcTicks)]);
        var next = new GrainState<AuditIndexState>(new AuditIndexState { Entries = Entries + batch.Count, Hash = batch[^1].Hash })
        {
            ETag = _stored.ETag,
            RecordExists = _stored.RecordExists,
        };
        await records.WriteAsync(Name, next);
        _stored = next;
    }

    /// <summary>The lists that a filter names; with none of them, all entries that are indexed.</summary>
    public async Task<IReadOnlyList<AuditSequences>> OpenAsync(AuditFilter filter)
    {
        var lists = new List<string>();
        if (filter.ActorId is not null)
            lists.Add(ByActor(filter.ActorId));
        if (filter.Action is not null)
            lists.Add(ByAction(filter.Action));
        if (filter.TargetId is not null)
            lists.Add(ByTarget(filter.TargetId));
        return lists.Count == 0 ? [AuditSequences.UpTo(Entries)] : await Task.WhenAll(lists.Select(_postings.OpenAsync));
    }

    public AuditTimeRange TimeRange(AuditFilter filter) => new(_times, filter.From, filter.To);

    /// <summary>Whether an entry of this time can be indexed already.</summary>
    public bool MayHold(DateTimeOffset at) => at.UtcTicks <= _times.Latest;

    /// <summary>The indexed entries of exactly this time.</summary>
    public async Task<IReadOnlyList<long>> AtAsync(DateTimeOffset at)
    {
        var found = new List<long>();
        for (var batch = (int)(Entries / BatchSize) - 1; batch >= 0; batch--)
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
