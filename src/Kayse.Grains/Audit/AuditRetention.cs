using Kayse.Grains.Tokens;

namespace Kayse.Grains.Audit;

/// <summary>
/// Deletes the entries of a log that are older than its retention period (CO-14). That they are about to go is stored,
/// then recorded in the log itself, then the log begins later; what remains of them in storage goes in portions. After a
/// crash each part is done again.
/// </summary>
/// <param name="companyId">Whose log it is.</param>
/// <param name="beginning">Where the log begins.</param>
/// <param name="journal">Its entries.</param>
/// <param name="index">By what they are found.</param>
/// <param name="recent">Those that are not indexed yet.</param>
/// <param name="append">Appends to the log.</param>
/// <param name="whileNotIndexing">Runs work in a time in which nothing is indexed.</param>
/// <param name="clock">What time it is.</param>
internal sealed class AuditRetention(
    string companyId,
    AuditBeginning beginning,
    AuditJournal journal,
    AuditIndex index,
    AuditRecent recent,
    Func<AuditRecord, Task> append,
    Func<Func<Task>, Task> whileNotIndexing,
    TimeProvider clock
)
{
    // What one portion reads and writes; others get their turns between two.
    private const int EntriesAtOnce = 64 * AuditJournal.SegmentCapacity;

    // So many entries that record deletions don't make another deletion by themselves.
    private const int MostRecordsAlone = 64;

    /// <summary>Deletes what is from before a time, but for what <paramref name="isIntact"/> doesn't vouch for.</summary>
    /// <param name="before">The time.</param>
    /// <param name="isIntact">Whether the chain holds up to an entry.</param>
    /// <returns>Whether all of it could be deleted.</returns>
    public async Task<bool> ApplyAsync(DateTimeOffset before, Func<long, Task<bool>> isIntact)
    {
        await FinishAsync();
        var count = await CountBeforeAsync(before);
        if (count == beginning.First || !await IsWorthDeletingAsync(count))
            return true;
        if (!await isIntact(count))
            return false;
        var hash = StoredEntry.HashOf((await journal.ReadAsync([count - 1]))[0]);
        var deletion = new AuditDeletion(EntityId.New(clock), clock.GetUtcNow(), count, hash, before);
        await whileNotIndexing(() => beginning.SaveAsync(beginning.State with { Next = deletion }));
        await FinishAsync();
        return true;
    }

    /// <summary>Goes on with what was interrupted.</summary>
    public async Task FinishAsync()
    {
        if (beginning.State.Next is { } next)
        {
            await append(DeletionRecord.Of(next, companyId));
            await whileNotIndexing(() => MoveBeginningAsync(next));
        }

        while (beginning.State.DeletingFrom is not null)
            await whileNotIndexing(DeletePortionAsync);
    }

    private async Task MoveBeginningAsync(AuditDeletion next)
    {
        await beginning.SaveAsync(
            beginning.State with
            {
                First = next.Count,
                Hash = next.Hash,
                DeletingFrom = beginning.State.DeletingFrom ?? beginning.First,
                Next = null,
            }
        );
        recent.DropBefore(next.Count);
    }

    private async Task DeletePortionAsync()
    {
        if (beginning.State.DeletingFrom is not { } from)
            return;
        var end = Math.Min(beginning.First, ((from / EntriesAtOnce) + 1) * EntriesAtOnce);
        var indexed = Math.Min(end, index.Entries);
        var entries = indexed > from ? await journal.ReadAsync(RangeOf(from, indexed)) : [];
        await index.DeleteAsync(from, end, [.. entries.Where(entry => entry.Length > 0).Select(KeysOf)]);
        await journal.DeleteAsync(from, end);
        await beginning.SaveAsync(beginning.State with { DeletingFrom = end == beginning.First ? null : end });
    }

    /// <summary>The sequence of the first entry that is not from before a time.</summary>
    private async Task<long> CountBeforeAsync(DateTimeOffset before)
    {
        var count = await index.CountBeforeAsync(beginning.First, before);
        if (count < index.Entries)
            return count;
        // The batch that is indexed next has to have an entry at its end.
        var most = Math.Min(journal.Saved, index.Entries + AuditIndex.BatchSize - 1);
        return Math.Min(recent.CountBefore(before), most);
    }

    private async Task<bool> IsWorthDeletingAsync(long count)
    {
        if (count - beginning.First > MostRecordsAlone)
            return true;
        var entries = await journal.ReadAsync(RangeOf(beginning.First, count));
        return entries.Any(entry => StoredEntry.Parse(entry).Record.Action != AuditActions.AuditEntriesDeleted);
    }

    private static AuditKeys KeysOf(byte[] entry) => AuditKeys.Of(StoredEntry.Parse(entry).Record, []);

    private static IReadOnlyList<long> RangeOf(long from, long end) =>
        [.. Enumerable.Range(0, (int)(end - from)).Select(place => from + place)];
}
