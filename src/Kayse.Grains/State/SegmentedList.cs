using Orleans.Storage;

namespace Kayse.Grains.State;

/// <summary>
/// A keyed list in <see cref="Segments{T}"/> of a bounded number of items: a change writes one of them, so that adding
/// the 10,001st item costs what adding the 10th does. All items are in memory. Segments are never deleted; gaps are
/// filled again.
/// </summary>
/// <remarks>For use within one activation.</remarks>
internal sealed class SegmentedList<T>(GrainRecords records, string name, int capacity)
    where T : class, ISegmentItem
{
    private readonly Segments<SegmentState<T>> _segments = new(records, name);
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _withRoom = [];

    public SegmentedList(IGrainStorage storage, GrainId grain, string name, int capacity, Action onFailedWrite)
        : this(new GrainRecords(storage, grain, onFailedWrite), name, capacity) { }

    public int Count => _byId.Count;

    public IEnumerable<T> Items => Enumerable.Range(0, _segments.End).SelectMany(ItemsIn);

    public async Task LoadAsync()
    {
        await _segments.LoadAsync(0);
        for (var number = 0; number < _segments.End; number++)
        {
            foreach (var item in ItemsIn(number))
                _byId.Add(item.Id, number);
            if (ItemsIn(number).Count < capacity)
                _withRoom.Add(number);
        }
    }

    public T? Find(string id) => _byId.TryGetValue(id, out var number) ? ItemsIn(number).Find(item => item.Id == id) : null;

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public Task PutAsync(T item) => _segments.SaveAsync(Set(item));

    /// <summary>
    /// Adds or replaces in memory; stored with the next write of its segment, or by <see cref="FlushAsync"/>. For what
    /// can be found out again.
    /// </summary>
    public void Note(T item) => Set(item);

    /// <summary>Removes; on disk when the task completes. Without effect when there is no such item.</summary>
    public Task RemoveAsync(string id) => Take(id) is { } number ? _segments.SaveAsync(number) : Task.CompletedTask;

    /// <summary>
    /// Removes in memory; stored with the next write of its segment, or by <see cref="FlushAsync"/>. For what whoever
    /// finds it again would remove again.
    /// </summary>
    public void NoteRemoval(string id) => Take(id);

    /// <summary>Stores what <see cref="Note"/> and <see cref="NoteRemoval"/> have left in memory.</summary>
    public Task FlushAsync() => _segments.SaveAsync();

    private List<T> ItemsIn(int number) => _segments[number].Items;

    private int Set(T item)
    {
        if (_byId.TryGetValue(item.Id, out var number))
        {
            var items = ItemsIn(number);
            items[items.FindIndex(existing => existing.Id == item.Id)] = item;
        }
        else
        {
            number = FindRoom();
            ItemsIn(number).Add(item);
            _byId.Add(item.Id, number);
            if (ItemsIn(number).Count >= capacity)
                _withRoom.Remove(number);
        }

        _segments.MarkChanged(number);
        return number;
    }

    private int FindRoom()
    {
        if (_withRoom.Count == 0)
        {
            _withRoom.Add(_segments.End);
            _segments.Add();
        }

        return _withRoom.Min;
    }

    private int? Take(string id)
    {
        if (!_byId.Remove(id, out var number))
            return null;
        ItemsIn(number).RemoveAll(item => item.Id == id);
        _withRoom.Add(number);
        _segments.MarkChanged(number);
        return number;
    }
}
