namespace Kayse.Grains.Audit;

/// <summary>
/// The entries themselves, in segments of a fixed number, so that a sequence says where its entry is. Only what is not
/// yet on disk, or in a segment with room, is kept in memory. Appends that come together share a write, and of two
/// segments the second is never on disk without the first.
/// </summary>
internal sealed class AuditJournal(AuditStorage storage) : IDisposable
{
    public const int SegmentCapacity = 32;

    // 32 of them in base 64 stay well under what a record may hold.
    private const int MaxInSegment = 8 * 1024;

    private readonly Queue<Segment> _open = [];
    private readonly SemaphoreSlim _gate = new(1);
    private Segment? _last;

    /// <summary>Entries in memory and on disk.</summary>
    public long Count { get; private set; }

    /// <summary>Entries on disk: all that may be told to anybody.</summary>
    public long Saved { get; private set; }

    /// <summary>
    /// Takes in what is stored from <paramref name="first"/> on, which begins a segment; answers those entries.
    /// </summary>
    public async Task<IReadOnlyList<byte[]>> LoadAsync(long first)
    {
        var entries = new List<byte[]>();
        Count = first;
        while (await storage.ReadAsync<AuditSegmentState>(NameOf(Count / SegmentCapacity)) is { RecordExists: true } stored)
        {
            entries.AddRange(await WholeAsync(stored.State!, Count, [.. stored.State!.Entries.Select((_, place) => place)]));
            _last = new Segment(Count, stored);
            Count += stored.State.Entries.Count;
            if (_last.Entries.Count < SegmentCapacity)
                break;
        }

        if (_last?.Entries.Count < SegmentCapacity)
            _open.Enqueue(_last);
        Saved = Count;
        return entries;
    }

    /// <summary>Adds an entry in memory; <see cref="SaveAsync"/> puts it on disk.</summary>
    public void Add(byte[] entry, byte[] hash)
    {
        if (_last is null || _last.Entries.Count == SegmentCapacity)
            _open.Enqueue(_last = new Segment(Count, new GrainState<AuditSegmentState>(new AuditSegmentState())));
        if (entry.Length > MaxInSegment)
            _last.Large.Enqueue((Count, entry));
        _last.Entries.Add(entry.Length > MaxInSegment ? [] : entry);
        _last.Head = hash;
        Count++;
    }

    /// <summary>Completes when the first <paramref name="count"/> entries are on disk.</summary>
    public async Task SaveAsync(long count)
    {
        await _gate.WaitAsync();
        try
        {
            while (Saved < count)
                await SaveAsync(_open.Peek());
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// The entries of these sequences, in their order, as they are on disk. One that is missing is empty.
    /// </summary>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(IReadOnlyList<long> sequences)
    {
        var entries = new List<byte[]>(sequences.Count);
        for (var i = 0; i < sequences.Count;)
        {
            var number = sequences[i] / SegmentCapacity;
            var places = new List<int>();
            for (; i < sequences.Count && sequences[i] / SegmentCapacity == number; i++)
                places.Add((int)(sequences[i] % SegmentCapacity));
            var segment = await storage.ReadAsync<AuditSegmentState>(NameOf(number));
            entries.AddRange(await WholeAsync(segment.State!, number * SegmentCapacity, places));
        }

        return entries;
    }

    /// <summary>
    /// The whole segment that begins with <paramref name="first"/>, and the hash that is stored for its last entry.
    /// Nothing when it is missing.
    /// </summary>
    public async Task<(IReadOnlyList<byte[]> Entries, byte[]? Head)> ReadSegmentAsync(long first)
    {
        var segment = (await storage.ReadAsync<AuditSegmentState>(NameOf(first / SegmentCapacity))).State!;
        return (await WholeAsync(segment, first, [.. segment.Entries.Select((_, place) => place)]), segment.Head);
    }

    public void Dispose() => _gate.Dispose();

    private async Task SaveAsync(Segment segment)
    {
        while (segment.Large.TryDequeue(out var large))
            await storage.PutAsync(NameOfLarge(large.Sequence), new AuditLargeEntryState { Entry = large.Entry });
        var upTo = segment.First + segment.Entries.Count;
        await storage.WriteAsync(NameOf(segment.First / SegmentCapacity), segment.Stored);
        Saved = upTo;
        if (upTo == segment.First + SegmentCapacity)
            _open.Dequeue();
    }

    private async Task<IReadOnlyList<byte[]>> WholeAsync(AuditSegmentState segment, long first, List<int> places)
    {
        var entries = new List<byte[]>(places.Count);
        foreach (var place in places)
        {
            if (place < segment.Entries.Count && segment.Entries[place] is { Length: > 0 } entry)
                entries.Add(entry);
            else
                entries.Add((await storage.ReadAsync<AuditLargeEntryState>(NameOfLarge(first + place))).State!.Entry);
        }

        return entries;
    }

    private static string NameOf(long segment) => FormattableString.Invariant($"entries-{segment:d8}");

    private static string NameOfLarge(long sequence) => FormattableString.Invariant($"entry-{sequence:d10}");

    private sealed class Segment(long first, GrainState<AuditSegmentState> stored)
    {
        public long First => first;

        public GrainState<AuditSegmentState> Stored => stored;

        public List<byte[]> Entries => stored.State!.Entries;

        public byte[]? Head
        {
            set => stored.State!.Head = value;
        }

        /// <summary>What has to be on disk before the segment.</summary>
        public Queue<(long Sequence, byte[] Entry)> Large { get; } = [];
    }
}
