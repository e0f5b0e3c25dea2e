using Kayse.Grains.State;

namespace Kayse.Grains.Usage;

/// <summary>
/// The events that a company's services have sent in the last 62 days, in segments in the order in which they came, and
/// by what they are known again. Segments stay in storage; in memory are the fingerprints and the last segment.
/// </summary>
internal sealed class UsageJournal(GrainRecords records)
{
    /// <summary>
    /// How many events a company may send in 62 days: what is known of one takes some 30 bytes of memory.
    /// </summary>
    public const int Capacity = 4_000_000;

    private const int SegmentLength = 1_000 * UsageEntry.Length;

    private readonly Segments<UsageSegment> _segments = new(records, "events");
    private readonly Dictionary<ulong, uint> _known = [];
    private readonly Queue<(int Number, DateTime LastAt)> _finished = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public int Count => _known.Count;

    /// <summary>Takes up what is stored.</summary>
    /// <param name="first">The first segment.</param>
    /// <param name="use">Is given each event.</param>
    public async Task LoadAsync(int first, Action<UsageEntry> use)
    {
        await _segments.LoadAsync(first);
        for (var number = first; number < _segments.End; number++)
        {
            foreach (var entry in EntriesOf(_segments[number]))
            {
                _known[entry.IdHash] = entry.ContentHash;
                use(entry);
            }

            if (number < _segments.End - 1)
                _finished.Enqueue((number, _segments[number].LastAt));
        }

        _segments.Release(_segments.End - 1);
        if (_segments.End > first)
            NotePlaces(_segments[_segments.End - 1]);
    }

    /// <summary>Gives each event again.</summary>
    /// <param name="first">The first segment.</param>
    /// <param name="use">Is given each event.</param>
    public async Task ReadAsync(int first, Action<UsageEntry> use)
    {
        for (var number = first; number < _segments.End; number++)
        {
            foreach (var entry in EntriesOf(await _segments.ReadAsync(number)))
                use(entry);
        }
    }

    /// <summary>The content of a known event, by its id.</summary>
    public bool TryFind(ulong idHash, out uint contentHash) => _known.TryGetValue(idHash, out contentHash);

    /// <summary>Knows an event that is about to be added.</summary>
    public void Remember(ulong idHash, uint contentHash) => _known[idHash] = contentHash;

    /// <summary>Adds in memory; stored by <see cref="SaveAsync"/>.</summary>
    public void Add(IReadOnlyList<UsageEntry> accepted)
    {
        for (var done = 0; done < accepted.Count;)
        {
            if (_segments.HeldCount == 0 || _segments[_segments.End - 1].Entries.Length >= SegmentLength)
                Begin();
            var segment = _segments[_segments.End - 1];
            var room = (SegmentLength - segment.Entries.Length) / UsageEntry.Length;
            done += AddTo(segment, [.. accepted.Skip(done).Take(room)]);
            _segments.MarkChanged(_segments.End - 1);
        }
    }

    private int AddTo(UsageSegment segment, IReadOnlyList<UsageEntry> added)
    {
        var length = segment.Entries.Length;
        var entries = new byte[length + (added.Count * UsageEntry.Length)];
        segment.Entries.CopyTo(entries, 0);
        foreach (var entry in added)
        {
            entry.Write(entries.AsSpan(length), name => PlaceOf(name, segment));
            length += UsageEntry.Length;
            segment.LastAt = entry.ReceivedAt;
        }

        segment.Entries = entries;
        return added.Count;
    }

    /// <summary>Everything that was added is on disk when the task completes.</summary>
    public async Task SaveAsync()
    {
        await _segments.SaveAsync();
        _segments.Release(_segments.End - 1);
    }

    /// <summary>The first segment of which an event is to be remembered.</summary>
    public int FirstRemembered(int first, DateTime now) =>
        _finished
            .TakeWhile(finished => finished.LastAt < now.AddDays(-UsageProblems.RememberedDays))
            .Select(finished => finished.Number + 1)
            .LastOrDefault(first);

    /// <summary>Forgets the segments before one, which are too old.</summary>
    public async Task ForgetAsync(int before)
    {
        while (_finished.TryPeek(out var finished) && finished.Number < before)
        {
            foreach (var entry in EntriesOf(await _segments.ReadAsync(finished.Number)))
                _known.Remove(entry.IdHash);
            await _segments.RemoveAsync(finished.Number);
            _finished.Dequeue();
        }
    }

    private void Begin()
    {
        if (_segments.HeldCount > 0)
            _finished.Enqueue((_segments.End - 1, _segments[_segments.End - 1].LastAt));
        _segments.Add();
        _places.Clear();
    }

    private void NotePlaces(UsageSegment segment)
    {
        for (var place = 0; place < segment.Names.Count; place++)
            _places[segment.Names[place]] = place;
    }

    private int PlaceOf(string name, UsageSegment segment)
    {
        if (_places.TryGetValue(name, out var place))
            return place;
        segment.Names.Add(name);
        return _places[name] = segment.Names.Count - 1;
    }

    private static IEnumerable<UsageEntry> EntriesOf(UsageSegment segment)
    {
        for (var at = 0; at + UsageEntry.Length <= segment.Entries.Length; at += UsageEntry.Length)
            yield return UsageEntry.Read(segment.Entries.AsSpan(at), segment.Names);
    }
}
