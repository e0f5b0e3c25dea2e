namespace Kayse.Grains.Audit;

/// <summary>
/// Finds the entries that a filter lets through. The shortest of the lists that it names is walked through, in blocks
/// from the latest; what the other lists and the time say is asked of each.
/// </summary>
internal static class AuditQuery
{
    /// <param name="lists">Lists of the index that each hold every match; one at least.</param>
    /// <param name="times">The time range.</param>
    /// <param name="indexed">Between which entries the index counts; lists may go beyond.</param>
    /// <param name="matches">Takes what is found.</param>
    public static async Task RunAsync(
        IReadOnlyList<AuditSequences> lists,
        AuditTimeRange times,
        IndexedEntries indexed,
        AuditMatches matches
    )
    {
        // Lists may hold entries that are being indexed.
        if (indexed.First >= indexed.End)
            return;
        var shortest = lists.MinBy(list => list.Count)!;
        var others = lists.Where(list => !ReferenceEquals(list, shortest)).ToList();
        for (var block = shortest.Blocks.Count - 1; block >= 0; block--)
        {
            var (first, last, count) = shortest.Blocks[block];
            if (last < indexed.First)
                return;
            var isWhole = first >= indexed.First && last < indexed.End;
            if (first >= indexed.End || times.Holds(indexed.Within(first), indexed.Within(last)) is not { } isInside)
                matches.Add(await FilterAsync(await shortest.ReadAsync(block), others, times, indexed));
            else if (isInside && others.Count == 0 && isWhole && matches.NeedsNone(first))
                matches.Count(count);
            else if (isInside)
                matches.Add(await IntersectAsync(await shortest.ReadAsync(block), others, indexed));
        }
    }

    private static async Task<IReadOnlyList<long>> FilterAsync(
        IReadOnlyList<long> sequences,
        List<AuditSequences> others,
        AuditTimeRange times,
        IndexedEntries indexed
    )
    {
        var matches = new List<long>();
        foreach (var sequence in await IntersectAsync(sequences, others, indexed))
        {
            if (await times.HoldsAsync(sequence))
                matches.Add(sequence);
        }

        return matches;
    }

    private static async Task<IReadOnlyList<long>> IntersectAsync(
        IReadOnlyList<long> sequences,
        List<AuditSequences> others,
        IndexedEntries indexed
    )
    {
        var isWhole = sequences.Count == 0 || (indexed.Has(sequences[0]) && indexed.Has(sequences[^1]));
        var common = isWhole ? sequences : [.. sequences.Where(indexed.Has)];
        foreach (var other in others)
            common = await other.IntersectAsync(common);
        return common;
    }
}

/// <summary>The entries of a log that are found by its index.</summary>
/// <param name="First">The first that was not deleted.</param>
/// <param name="End">The first that is not indexed yet.</param>
internal readonly record struct IndexedEntries(long First, long End)
{
    public bool Has(long sequence) => sequence >= First && sequence < End;

    /// <summary>The nearest of them; there must be one.</summary>
    public long Within(long sequence) => Math.Clamp(sequence, First, End - 1);
}
