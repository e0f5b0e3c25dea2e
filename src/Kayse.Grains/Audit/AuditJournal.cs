using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>
/// The entries themselves, in segments of a fixed number, so that a sequence says where its entry is. Only what is not
/// yet on disk, or in a segment with room, is kept in memory. Appends that come together share a write, and of two
/// segments the second is never on disk without the first.
/// </summary>
internal sealed class AuditJournal
{
    public const int SegmentCapacity = 32;

    // 32 of them in base 64 stay well under what a record may hold.
    private const int MaxInSegment = 8 * 1024;

    private readonly GrainRecords _records;
    private readonly Segments<AuditSegmentState> _segments;

    // Entries that have to be on disk before their segment.
    private readonly Queue<(long Sequence, byte[] Entry)> _large = [];

    public AuditJournal(GrainRecords records)
    {
        _records = records;
        _segments = new Segments<AuditSegmentState>(records, "entries", StoreLargeAsync);
    }

    /// <summary>Entries in memory and on disk.</summary>
    public long Count { get; private set; }

    /// <summary>Entries on disk: all that may be told to anybody.</summary>
    public long Saved { get; private set; }

    /// <summary>
    /// Takes in what is stored from <paramref name="first"/> on; answers those entries.
    /// </summary>
    public async Task<IReadOnlyList<byte[]>> LoadAsync(long first)
    {
        var entries = new List<byte[]>();
        await _segments.LoadAsync(SegmentOf(first));
        for (var number = SegmentOf(first); number < _segments.End; number++)
            entries.AddRange(await WholeAsync(_segments[number], first + entries.Count));
        ReleaseFull();
        Saved = Count = first + entries.Count;
        return entries;
    }

    /// <summary>Adds an entry in memory; <see cref="SaveAsync"/> puts it on disk.</summary>
    public void Add(byte[] entry, byte[] hash)
    {
        var isLarge = entry.Length > MaxInSegment;
        if (isLarge)
            _large.Enqueue((Count, entry));
        var segment = Count % SegmentCapacity == 0 ? _segments.Add() : _segments[_segments.End - 1];
        segment.Entries.Add(isLarge ? [] : entry);
        segment.Head = hash;
        _segments.MarkChanged(_segments.End - 1);
        Count++;
    }

    /// <summary>Completes when all entries that have been added are on disk.</summary>
    public async Task SaveAsync()
    {
        var count = Count;
        if (count > Saved)
            await _segments.SaveAsync(_segments.End - 1);
        Saved = Math.Max(Saved, count);
        ReleaseFull();
    }

    /// <summary>
    /// The entries of these sequences, in their order, as they are on disk. One that is missing is empty.
    /// </summary>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<long> sequences)
    {
        var entries = new List<byte[]>(sequences.Count);
        for (var i = 0; i < sequences.Count;)
        {
            var number = SegmentOf(sequences[i]);
            var places = new List<int>();
            for (; i < sequences.Count && SegmentOf(sequences[i]) == number; i++)
                places.Add((int)(sequences[i] % SegmentCapacity));
            var segment = await _segments.ReadStoredAsync(number);
            entries.AddRange(await WholeAsync(segment, StartOf(number), places));
        }

        return entries;
    }

    /// <summary>
    /// The entries from <paramref name="first"/> to the end of its segment, and the hash that is stored for the last of
    /// them. Nothing when the segment is missing.
    /// </summary>
    public async Task<(IReadOnlyList<byte[]> Entries, byte[]? Head)> ReadSegmentAsync(long first)
    {
        var segment = await _segments.ReadStoredAsync(SegmentOf(first));
        return (await WholeAsync(segment, first), segment.Head);
    }

    /// <summary>
    /// Deletes the entries from a sequence to before another, all of which are on disk. May be repeated; the segment of
    /// <paramref name="end"/> stays, with nothing in their places.
    /// </summary>
    public async Task DeleteAsync(long from, long end)
    {
        for (var sequence = from; sequence < end; sequence = StartOf(SegmentOf(sequence) + 1))
        {
            var (number, until) = (SegmentOf(sequence), Math.Min(end, StartOf(SegmentOf(sequence) + 1)));
            var entries = (await _segments.HoldAsync(number)).Entries;
            for (var gone = sequence; gone < until; gone++)
            {
                var place = (int)(gone % SegmentCapacity);
                if (place < entries.Count && entries[place].Length > 0)
                    entries[place] = [];
                else
                    await _records.RemoveAsync<AuditLargeEntryState>(NameOfLarge(gone));
            }

            if (until % SegmentCapacity == 0)
            {
                await _segments.RemoveAsync(number);
                continue;
            }

            _segments.MarkChanged(number);
            await _segments.SaveAsync(number);
        }

        ReleaseFull();
    }

    private void ReleaseFull() => _segments.Release(before: _segments.End - 1);

    private async ValueTask<bool> StoreLargeAsync(int segment)
    {
        if (!_large.TryPeek(out var next) || SegmentOf(next.Sequence) > segment)
            return false;
        await _records.PutAsync(NameOfLarge(next.Sequence), new AuditLargeEntryState { Entry = next.Entry });
        _large.Dequeue();
        return true;
    }

    // Those of a segment from a sequence on.
    private Task<IReadOnlyList<byte[]>> WholeAsync(AuditSegmentState segment, long from)
    {
        var place = (int)(from % SegmentCapacity);
        return WholeAsync(segment, from - place, [.. Enumerable.Range(place, Math.Max(segment.Entries.Count - place, 0))]);
    }

    private async Task<IReadOnlyList<byte[]>> WholeAsync(AuditSegmentState segment, long first, List<int> places)
    {
        var entries = new List<byte[]>(places.Count);
        foreach (var place in places)
        {
            if (place < segment.Entries.Count && segment.Entries[place] is { Length: > 0 } entry)
                entries.Add(entry);
            else
                entries.Add((await _records.ReadAsync<AuditLargeEntryState>(NameOfLarge(first + place))).State!.Entry);
        }

        return entries;
    }

    private static long StartOf(int segment) => (long)segment * SegmentCapacity;

    private static int SegmentOf(long sequence) => (int)(sequence / SegmentCapacity);

    private static string NameOfLarge(long sequence) => FormattableString.Invariant($"entry-{sequence:d10}");
}
