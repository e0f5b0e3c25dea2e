namespace Kayse.Grains.State;

/// <summary>
/// Numbered records of one kind, for what a grain has too much of to keep in one record. Segments are changed in memory
/// and written one at a time; how many items go into one is up to the caller, who keeps it under what a record may
/// hold. A new segment is stored only once those before it are, with all their changes, so loading stops at the first
/// that is missing.
/// </summary>
/// <remarks>
/// For use within one activation. Interleaving callers of a reentrant grain share writes: whoever waits for a write
/// that covers their change doesn't write again.
/// </remarks>
/// <param name="records">Where they are stored.</param>
/// <param name="name">What their names begin with.</param>
/// <param name="storeFirst">
/// Stores what has to be on disk before the segment of a number; false when there is nothing. Called again until then.
/// </param>
internal sealed class Segments<T>(GrainRecords records, string name, Func<int, ValueTask<bool>>? storeFirst = null)
    where T : class, new()
{
    private readonly Dictionary<int, Segment> _held = [];

    // The segments before this one are on disk.
    private int _stored;

    /// <summary>The number that the next new segment gets.</summary>
    public int End { get; private set; }

    /// <summary>How many are in memory.</summary>
    public int HeldCount => _held.Count;

    /// <summary>Whether all changes are on disk.</summary>
    public bool IsSaved => _held.Values.All(segment => segment.IsSaved);

    /// <summary>A segment that is in memory.</summary>
    public T this[int number] => _held[number].Value;

    /// <summary>Reads the segments from a number on; they stay in memory.</summary>
    public async Task LoadAsync(int first)
    {
        for (End = first; await records.ReadAsync<T>(NameOf(End)) is { RecordExists: true } stored; End++)
            _held.Add(End, new Segment(stored));
        _stored = End;
    }

    /// <summary>Adds an empty segment at the end, in memory; it is stored once it is changed.</summary>
    public T Add()
    {
        var segment = new Segment(new GrainState<T>(new T()));
        _held.Add(End++, segment);
        return segment.Value;
    }

    /// <summary>A segment as it is in memory, else as it is stored; empty when it is missing.</summary>
    public async Task<T> ReadAsync(int number) =>
        _held.TryGetValue(number, out var segment) ? segment.Value : await ReadStoredAsync(number);

    /// <summary>A segment as it is stored, whatever is in memory; empty when it is missing.</summary>
    public async Task<T> ReadStoredAsync(int number) => (await records.ReadAsync<T>(NameOf(number))).State!;

    /// <summary>Takes a stored segment into memory, to be changed. For one caller at a time.</summary>
    public async Task<T> HoldAsync(int number)
    {
        if (!_held.TryGetValue(number, out var segment))
            _held.Add(number, segment = new Segment(await records.ReadAsync<T>(NameOf(number))));
        End = Math.Max(End, number + 1);
        return segment.Value;
    }

    /// <summary>Notes that a segment was changed in memory; stored by <see cref="SaveAsync(int)"/>.</summary>
    public void MarkChanged(int number) => _held[number].Changes++;

    /// <summary>Stores the changes of a segment.</summary>
    public Task SaveAsync(int number) => WriteAsync(number, _held[number], _held[number].Changes);

    /// <summary>Stores all changes.</summary>
    public async Task SaveAsync()
    {
        foreach (var (number, _) in _held.Where(held => !held.Value.IsSaved).OrderBy(held => held.Key).ToList())
            await SaveAsync(number);
    }

    /// <summary>Lets go of the segments before a number that have no unsaved changes.</summary>
    public void Release(int before)
    {
        foreach (var (number, segment) in _held)
        {
            if (number < before && segment.IsSaved)
                _held.Remove(number);
        }
    }

    /// <summary>Removes a segment from memory and storage, if it exists.</summary>
    public Task RemoveAsync(int number)
    {
        _held.Remove(number);
        return records.RemoveAsync<T>(NameOf(number));
    }

    private async Task WriteAsync(int number, Segment segment, long changes)
    {
        await segment.Gate.WaitAsync();
        try
        {
            if (segment.Saved >= changes)
                return;
            if (number >= _stored && _held.TryGetValue(number - 1, out var previous))
                await WriteAsync(number - 1, previous, previous.Changes);
            while (storeFirst is not null && await storeFirst(number)) { }
            var upTo = segment.Changes;
            await records.WriteAsync(NameOf(number), segment.Stored);
            segment.Saved = upTo;
            _stored = Math.Max(_stored, number + 1);
        }
        finally
        {
            segment.Gate.Release();
        }
    }

    private string NameOf(int number) => FormattableString.Invariant($"{name}-{number:d6}");

    private sealed class Segment(GrainState<T> stored)
    {
        public GrainState<T> Stored => stored;

        public T Value => stored.State!;

        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>Counts changes in memory.</summary>
        public long Changes { get; set; }

        /// <summary>The last of them that is on disk.</summary>
        public long Saved { get; set; }

        public bool IsSaved => Saved >= Changes;
    }
}
