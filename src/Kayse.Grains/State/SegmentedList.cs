using Orleans.Storage;

namespace Kayse.Grains.State;

/// <summary>
/// A keyed list of a grain's that can grow past what one record may hold: it is stored in segments of a bounded number
/// of items, and a change writes one of them, so that adding the 10,001st item costs what adding the 10th does. The
/// segments are contiguous and never deleted; gaps are filled again.
/// </summary>
/// <remarks>
/// For use within one activation. Interleaving writers of a reentrant grain share writes: whoever waits for a write
/// that covers their change doesn't write again.
/// </remarks>
internal sealed class SegmentedList<T>(IGrainStorage storage, GrainId grain, string name, int capacity, Action onFailedWrite)
    where T : class, ISegmentItem
{
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, Segment> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _withRoom = [];

    public int Count => _byId.Count;

    public IEnumerable<T> Items => _segments.SelectMany(segment => segment.State.Items);

    public async Task LoadAsync()
    {
        for (var number = 0; ; number++)
        {
            var stored = new GrainState<SegmentState<T>>(new SegmentState<T>());
            await storage.ReadStateAsync(NameOf(number), grain, stored);
            if (!stored.RecordExists)
                return;
            Adopt(new Segment(number, stored));
        }
    }

    public T? Find(string id) => _byId.TryGetValue(id, out var segment) ? segment.State.Items.Find(item => IsOf(item, id)) : null;

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public Task PutAsync(T item) => WriteAsync(Set(item));

    /// <summary>
    /// Adds or replaces in memory; stored with the next write of its segment, or by <see cref="FlushAsync"/>. For what
    /// can be found out again.
    /// </summary>
    public void Note(T item) => Set(item).Changes++;

    /// <summary>Removes; on disk when the task completes. Without effect when there is no such item.</summary>
    public Task RemoveAsync(string id) => Take(id) is { } segment ? WriteAsync(segment) : Task.CompletedTask;

    /// <summary>
    /// Removes in memory; stored with the next write of its segment, or by <see cref="FlushAsync"/>. For what whoever
    /// finds it again would remove again.
    /// </summary>
    public void NoteRemoval(string id)
    {
        if (Take(id) is { } segment)
            segment.Changes++;
    }

    /// <summary>Stores what <see cref="Note"/> and <see cref="NoteRemoval"/> have left in memory.</summary>
    public async Task FlushAsync()
    {
        foreach (var segment in _segments.Where(segment => segment.Saved < segment.Changes).ToList())
            await SaveAsync(segment, segment.Changes);
    }

    private static bool IsOf(T item, string id) => item.Id == id;

    private string NameOf(int number) => FormattableString.Invariant($"{name}-{number:d6}");

    private Segment Set(T item)
    {
        if (_byId.TryGetValue(item.Id, out var segment))
        {
            segment.State.Items[segment.State.Items.FindIndex(existing => IsOf(existing, item.Id))] = item;
            return segment;
        }

        segment = _withRoom.Count > 0 ? _segments[_withRoom.Min] : Adopt(new Segment(_segments.Count, new(new SegmentState<T>())));
        segment.State.Items.Add(item);
        _byId.Add(item.Id, segment);
        if (segment.State.Items.Count >= capacity)
            _withRoom.Remove(segment.Number);
        return segment;
    }

    private Segment? Take(string id)
    {
        if (!_byId.Remove(id, out var segment))
            return null;
        segment.State.Items.RemoveAll(item => IsOf(item, id));
        _withRoom.Add(segment.Number);
        return segment;
    }

    private Segment Adopt(Segment segment)
    {
        _segments.Add(segment);
        foreach (var item in segment.State.Items)
            _byId.Add(item.Id, segment);
        if (segment.State.Items.Count < capacity)
            _withRoom.Add(segment.Number);
        return segment;
    }

    private Task WriteAsync(Segment segment) => SaveAsync(segment, ++segment.Changes);

    private async Task SaveAsync(Segment segment, long change)
    {
        await segment.Gate.WaitAsync();
        try
        {
            if (segment.Saved >= change)
                return;
            await PredecessorSavedAsync(segment);
            var upTo = segment.Changes;
            await storage.WriteStateAsync(NameOf(segment.Number), grain, segment.Stored);
            segment.Saved = upTo;
        }
        catch
        {
            onFailedWrite();
            throw;
        }
        finally
        {
            segment.Gate.Release();
        }
    }

    // Loading stops at the first segment that is missing.
    private Task PredecessorSavedAsync(Segment segment) =>
        segment.Number > 0 && _segments[segment.Number - 1] is { Stored.RecordExists: false } predecessor
            ? SaveAsync(predecessor, predecessor.Changes)
            : Task.CompletedTask;

    private sealed class Segment(int number, GrainState<SegmentState<T>> stored)
    {
        public int Number { get; } = number;

        public GrainState<SegmentState<T>> Stored { get; } = stored;

        public SegmentState<T> State => Stored.State!;

        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>Counts changes in memory; <see cref="Saved"/> is the last that is on disk.</summary>
        public long Changes { get; set; }

        public long Saved { get; set; }
    }
}
