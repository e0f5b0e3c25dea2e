namespace Kayse.Grains.Audit;

/// <summary>
/// Finds the entries that a filter lets through. The shortest of the lists that it names is walked through, in blocks
/// from the latest; what the other lists and the time say is asked of each.
/// </summary>
internal static class AuditQuery
{
    /// <param name="lists">Lists of the index that each hold every match; one at least.</param>
    /// <param name="times">The time range.</param>
    /// <param name="indexed">Up to where the index counts; lists may go beyond.</param>
    /// <param name="matches">Takes what is found.</param>
    public static async Task RunAsync(IReadOnlyList<AuditSequences> lists, AuditTimeRange times, long indexed, AuditMatches matches)
    {
        var shortest = lists.MinBy(list => list.Count)!;
        var others = lists.Where(list => !ReferenceEquals(list, shortest)).ToList();
        for (var block = shortest.Blocks.Count - 1; block >= 0; block--)
        {
            var (first, last, count) = shortest.Blocks[block];
            if (first >= indexed || times.Holds(first, Math.Min(last, indexed - 1)) is not { } isInside)
                matches.Add(await FilterAsync(await shortest.ReadAsync(block), others, times, indexed));
            else if (isInside && others.Count == 0 && last < indexed && matches.NeedsNone(first))
                matches.Count(count);
            else if (isInside)
                matches.Add(await IntersectAsync(await shortest.ReadAsync(block), others, indexed));
        }
    }

    private static async Task<IReadOnlyList<long>> FilterAsync(
        IReadOnlyList<long> sequences,
        List<AuditSequences> others,
        AuditTimeRange times,
        long indexed
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
        long indexed
    )
    {
        var common = sequences.Count > 0 && sequences[^1] >= indexed ? [.. sequences.Where(sequence => sequence < indexed)] : sequences;
        foreach (var other in others)
            common = await other.IntersectAsync(common);
        return common;
    }
}
