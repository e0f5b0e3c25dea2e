using System.Runtime.InteropServices;

namespace Kayse.Grains.Sessions;

/// <summary>
/// The keys of a history's entries, in blocks of a fixed size. An entry's sequence never changes; earlier blocks may be
/// gone.
/// </summary>
internal sealed class HistoryKeys
{
    /// <summary>Entries in a block: 32 KB.</summary>
    public const int BlockSize = 4096;

    private readonly Dictionary<int, ulong[]> _blocks = [];

    /// <summary>The sequence that the next entry gets.</summary>
    public long Next { get; set; }

    public SignInKey this[long sequence]
    {
        get => new(_blocks[BlockOf(sequence)][sequence % BlockSize]);
        set
        {
            if (!_blocks.TryGetValue(BlockOf(sequence), out var block))
                _blocks.Add(BlockOf(sequence), block = new ulong[BlockSize]);
            block[sequence % BlockSize] = value.Bits;
        }
    }

    public static int BlockOf(long sequence) => (int)(sequence / BlockSize);

    public void Add(SignInKey key) => this[Next++] = key;

    public void Adopt(int block, byte[] keys)
    {
        MemoryMarshal.Cast<byte, ulong>(keys).CopyTo(_blocks[block] = new ulong[BlockSize]);
        Next = (block + 1L) * BlockSize;
    }

    public byte[] BytesOf(int block) => MemoryMarshal.AsBytes(_blocks[block].AsSpan()).ToArray();

    public void DropBefore(int block)
    {
        foreach (var old in _blocks.Keys.Where(number => number < block).ToList())
            _blocks.Remove(old);
    }

    /// <summary>Everybody whom an entry names.</summary>
    public HashSet<int> People(long first)
    {
        var people = new HashSet<int>();
        for (var sequence = first; sequence < Next; sequence++)
            people.Add(this[sequence].Person);
        return people;
    }

    /// <summary>
    /// The sequences below <paramref name="before"/> of the latest entries that pass, latest first, one more than
    /// <paramref name="limit"/> if there are; and how many pass in all.
    /// </summary>
    public (List<long> Latest, int Total) Find(long first, long before, int limit, HistoryQuery query)
    {
        var latest = new List<long>();
        var total = 0;
        for (var block = Next == 0 ? -1 : BlockOf(Next - 1); block >= BlockOf(first); block--)
        {
            var start = (long)block * BlockSize;
            var keys = _blocks[block].AsSpan(0, (int)Math.Min(BlockSize, Next - start));
            for (var i = keys.Length - 1; i >= 0 && start + i >= first; i--)
            {
                if (!query.Passes(new SignInKey(keys[i])))
                    continue;
                total++;
                if (start + i < before && latest.Count <= limit)
                    latest.Add(start + i);
            }
        }

        return (latest, total);
    }
}

/// <summary>Which entries are looked for.</summary>
/// <param name="From">Not before this second since 1970.</param>
/// <param name="To">Before this second.</param>
/// <param name="People">By number, whether the person's entries pass; null: everybody's.</param>
/// <param name="Outcome">Null: every one.</param>
internal sealed record HistoryQuery(long From, long To, HashSet<int>? People, SignInOutcome? Outcome)
{
    public bool Passes(SignInKey key) =>
        !key.IsForgotten
        && key.Second >= From
        && key.Second < To
        && (Outcome is null || key.Outcome == Outcome)
        && (People is null || People.Contains(key.Person));
}
