namespace Kayse.Grains.Audit;

/// <summary>
/// The entries that are not indexed yet, with what they are found by, and the ids of the batch before them.
/// </summary>
internal sealed class AuditRecent
{
    private readonly List<AuditKeys> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _indexed = [];

    /// <summary>The sequence of the first of them.</summary>
    public long First { get; private set; }

    public void Start(long first) => First = first;

    public void Add(AuditKeys keys)
    {
        _entries.Add(keys);
        _ids.Add(keys.Id);
    }

    public bool Has(string id) => _ids.Contains(id);

    /// <summary>The hash of an entry, or null when it is none of these.</summary>
    public byte[]? HashOf(long sequence) =>
        sequence >= First && sequence < First + _entries.Count ? _entries[(int)(sequence - First)].Hash : null;

    /// <summary>
    /// The entries from <see cref="First"/> to before <paramref name="end"/> that a filter lets through, ascending.
    /// </summary>
    public IReadOnlyList<long> Matches(AuditFilter filter, long end) =>
        [.. Enumerable.Range(0, (int)(end - First)).Where(place => _entries[place].Passes(filter)).Select(place => First + place)];

    /// <summary>The sequence of the first entry, from <see cref="First"/> on, that is not from before a time.</summary>
    public long CountBefore(DateTimeOffset before) => First + _entries.TakeWhile(keys => keys.At < before).Count();

    /// <summary>Lets go of the entries before one, which are deleted. Their ids stay until a batch is indexed.</summary>
    public void DropBefore(long first)
    {
        if (first > First)
            LetGo((int)(first - First));
    }

    /// <summary>Those that are to be indexed next; the first of them may be deleted.</summary>
    public IReadOnlyList<AuditKeys> Batch() => _entries[..InBatch];

    /// <summary>
    /// Lets go of a batch that is indexed. Its ids stay until the next, for appends that looked into the index before
    /// it was in there.
    /// </summary>
    public void Forget()
    {
        while (_indexed.TryDequeue(out var id))
            _ids.Remove(id);
        LetGo(InBatch);
    }

    private int InBatch => AuditIndex.BatchSize - (int)(First % AuditIndex.BatchSize);

    private void LetGo(int count)
    {
        foreach (var keys in _entries[..count])
            _indexed.Enqueue(keys.Id);
        _entries.RemoveRange(0, count);
        First += count;
    }
}
