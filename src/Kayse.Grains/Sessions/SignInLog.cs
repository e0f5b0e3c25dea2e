using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>
/// The entries of a company's sign-in history in the order in which they were added. Only the last segment of them is
/// in memory, and 8 bytes of each entry by which it is found. Adding writes the last segment, however long the history
/// is. For one caller at a time.
/// </summary>
internal sealed class SignInLog(GrainRecords records)
{
    // Some 9 KB.
    private const int SegmentCapacity = 32;
    private const int SegmentsInBlock = HistoryKeys.BlockSize / SegmentCapacity;
    private const string Head = "history";

    private readonly Segments<SignInSegmentState> _segments = new(records, "history");
    private readonly Segments<SignInBlockState> _blocks = new(records, "history-block");
    private readonly HistoryKeys _keys = new();
    private readonly SortedSet<int> _changedBlocks = [];
    private GrainState<SignInHistoryState> _head = new(new SignInHistoryState());

    /// <summary>Whether a reminder is registered that cleans it up.</summary>
    public bool HasReminder => _head.State!.HasReminder;

    public bool IsSaved => _segments.IsSaved && _changedBlocks.Count == 0;

    public bool IsEmpty => End == First;

    /// <summary>Whether so much is in memory that it should be saved before more is changed.</summary>
    public bool IsLarge => _segments.HeldCount >= SegmentsInBlock;

    /// <summary>The sequence of the first entry that is kept.</summary>
    public long First => StartOf(_head.State!.First);

    /// <summary>The sequence that the next entry gets.</summary>
    public long End => _keys.Next;

    public SignInKey this[long sequence] => _keys[sequence];

    public async Task LoadAsync()
    {
        _head = await records.ReadAsync<SignInHistoryState>(Head);
        await FinishDroppingAsync();
        _keys.Next = First;
        await _blocks.LoadAsync(HistoryKeys.BlockOf(First));
        for (var block = HistoryKeys.BlockOf(First); block < _blocks.End; block++)
            _keys.Adopt(block, _blocks[block].Keys);
        _blocks.Release(before: _blocks.End);

        var first = SegmentOf(End);
        await _segments.LoadAsync(first);
        foreach (var entry in Enumerable.Range(first, _segments.End - first).SelectMany(number => _segments[number].Entries))
            AddKey(entry.Key);
        ReleaseFull();
    }

    /// <summary>Adds an entry in memory.</summary>
    public void Add(StoredSignIn entry)
    {
        var segment = End % SegmentCapacity == 0 ? _segments.Add() : _segments[_segments.End - 1];
        segment.Entries.Add(entry);
        _segments.MarkChanged(_segments.End - 1);
        AddKey(entry.Key);
    }

    /// <summary>Changes an entry in memory.</summary>
    public async Task ReplaceAsync(long sequence, Func<StoredSignIn, StoredSignIn> change)
    {
        var entries = (await _segments.HoldAsync(SegmentOf(sequence))).Entries;
        var next = change(entries[PlaceOf(sequence)]);
        entries[PlaceOf(sequence)] = next;
        _segments.MarkChanged(SegmentOf(sequence));
        if (_keys[sequence] != next.Key)
            ReplaceKey(sequence, next.Key);
    }

    /// <summary>Stores what has changed.</summary>
    public async Task SaveAsync()
    {
        await _segments.SaveAsync();
        ReleaseFull();
        foreach (var block in _changedBlocks.ToList())
        {
            (await _blocks.HoldAsync(block)).Keys = _keys.BytesOf(block);
            _blocks.MarkChanged(block);
            await _blocks.SaveAsync(block);
            _blocks.Release(before: _blocks.End);
            _changedBlocks.Remove(block);
        }
    }

    /// <inheritdoc cref="HistoryKeys.Find"/>
    public (List<long> Latest, int Total) Find(long before, int limit, HistoryQuery query) => _keys.Find(First, before, limit, query);

    /// <summary>The entries of these sequences, in their order.</summary>
    public async Task<IReadOnlyList<StoredSignIn>> ReadAsync(IReadOnlyList<long> sequences)
    {
        var numbers = sequences.Select(SegmentOf).Distinct().ToList();
        var segments = numbers.Zip(await Task.WhenAll(numbers.Select(_segments.ReadAsync))).ToDictionary();
        return [.. sequences.Select(sequence => segments[SegmentOf(sequence)].Entries[PlaceOf(sequence)])];
    }

    /// <summary>The latest entries back to a time, and possibly some before it.</summary>
    public async Task<IReadOnlyList<StoredSignIn>> ReadSinceAsync(DateTimeOffset since)
    {
        var found = new List<StoredSignIn>();
        for (var segment = SegmentOf(End - 1); segment >= _head.State!.First; segment--)
        {
            var entries = (await _segments.ReadAsync(segment)).Entries;
            found.AddRange(entries);
            if (entries[0].At < since)
                break;
        }

        return found;
    }

    /// <summary>
    /// Deletes the oldest segments, as long as their last entry is before a time or there are more entries than a
    /// number.
    /// </summary>
    public async Task DropAsync(DateTimeOffset before, int moreThan)
    {
        var first = _head.State!.First;
        while (StartOf(first + 1) <= End && (_keys[StartOf(first + 1) - 1].At < before || End - StartOf(first) > moreThan))
            first++;
        if (first == _head.State.First)
            return;
        (_head.State.DroppingFrom, _head.State.First) = (_head.State.First, first);
        await records.WriteAsync(Head, _head);
        await FinishDroppingAsync();
    }

    /// <summary>The numbers of all people who are named in an entry.</summary>
    public HashSet<int> People() => _keys.People(First);

    /// <summary>Stores whether a reminder is registered.</summary>
    public Task SetHasReminderAsync(bool hasReminder)
    {
        _head.State!.HasReminder = hasReminder;
        return records.WriteAsync(Head, _head);
    }

    private void AddKey(SignInKey key)
    {
        _keys.Add(key);
        if (End % HistoryKeys.BlockSize == 0)
            _changedBlocks.Add(HistoryKeys.BlockOf(End - 1));
    }

    private void ReplaceKey(long sequence, SignInKey key)
    {
        _keys[sequence] = key;
        if ((HistoryKeys.BlockOf(sequence) + 1L) * HistoryKeys.BlockSize <= End)
            _changedBlocks.Add(HistoryKeys.BlockOf(sequence));
    }

    private void ReleaseFull() => _segments.Release(before: _segments.End - 1);

    private async Task FinishDroppingAsync()
    {
        if (_head.State!.DroppingFrom is not { } from)
            return;
        for (var segment = from; segment < _head.State.First; segment++)
        {
            await _segments.RemoveAsync(segment);
            if ((segment + 1) % SegmentsInBlock == 0)
                await _blocks.RemoveAsync(segment / SegmentsInBlock);
        }

        _keys.DropBefore(HistoryKeys.BlockOf(First));
        _head.State.DroppingFrom = null;
        await records.WriteAsync(Head, _head);
    }

    private static long StartOf(int segment) => (long)segment * SegmentCapacity;

    private static int SegmentOf(long sequence) => (int)(sequence / SegmentCapacity);

    private static int PlaceOf(long sequence) => (int)(sequence % SegmentCapacity);
}
