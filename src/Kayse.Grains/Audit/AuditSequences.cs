namespace Kayse.Grains.Audit;

/// <summary>Ascending sequences in blocks that are read when they are needed.</summary>
internal sealed class AuditSequences(IReadOnlyList<AuditBlock> blocks, Func<int, Task<long[]>> read)
{
    private int _block = -1;
    private long[] _sequences = [];

    public IReadOnlyList<AuditBlock> Blocks => blocks;

    public long Count => blocks.Sum(block => (long)block.Count);

    /// <summary>All entries of a log from one to before another.</summary>
    public static AuditSequences Between(long from, long end)
    {
        var blocks = new List<AuditBlock>();
        for (var first = from; first < end; first += AuditPostings.BlockCapacity)
            blocks.Add(
                new AuditBlock(
                    first,
                    Math.Min(first + AuditPostings.BlockCapacity, end) - 1,
                    (int)Math.Min(AuditPostings.BlockCapacity, end - first)
                )
            );
        return new AuditSequences(blocks, block => Task.FromResult(Range(blocks[block])));
    }

    public async Task<long[]> ReadAsync(int block)
    {
        if (_block != block)
            (_sequences, _block) = (await read(block), block);
        return _sequences;
    }

    /// <summary>
    /// Those of <paramref name="sequences"/>, which ascend, that are also here. Cheap when called for stretches one
    /// beside the other.
    /// </summary>
    public async Task<List<long>> IntersectAsync(IReadOnlyList<long> sequences)
    {
        var common = new List<long>();
        if (sequences.Count == 0)
            return common;
        for (var block = FirstBlockTo(sequences[0]); block < blocks.Count && blocks[block].First <= sequences[^1]; block++)
            AddCommon(common, sequences, await ReadAsync(block));
        return common;
    }

    private static long[] Range(AuditBlock block)
    {
        var sequences = new long[block.Count];
        for (var i = 0; i < sequences.Length; i++)
            sequences[i] = block.First + i;
        return sequences;
    }

    private static void AddCommon(List<long> common, IReadOnlyList<long> sequences, long[] others)
    {
        for (int i = 0, j = 0; i < sequences.Count && j < others.Length;)
        {
            if (sequences[i] == others[j])
                common.Add(others[j]);
            if (sequences[i] <= others[j])
                i++;
            else
                j++;
        }
    }

    // The first block that may hold the sequence or one after it.
    private int FirstBlockTo(long sequence)
    {
        var (low, high) = (0, blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Last < sequence)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
