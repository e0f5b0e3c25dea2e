using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;

namespace Kayse.Grains.Audit;

/// <summary>Reads a log: the entries that a filter lets through, the events in it, and whether its chain holds.</summary>
internal sealed class AuditReader(
    AuditBeginning beginning,
    AuditJournal journal,
    AuditIndex index,
    AuditRecent recent,
    AuditPeople people
)
{
    // Bounds how long one call holds the log up.
    private const int SegmentsAtOnce = 256;
    private const int ChainEntriesAtOnce = 128;

    public async Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page)
    {
        var before = page.Cursor is null ? long.MaxValue : AuditCursor.ParseEntry(page.Cursor);
        var matches = new AuditMatches(before, page.Limit);
        var indexed = new IndexedEntries(beginning.First, recent.First);
        var times = index.TimeRange(filter);
        matches.Add(recent.Matches(filter, journal.Saved));
        await AuditQuery.RunAsync(await index.OpenAsync(filter, indexed.First), times, indexed, matches);

        var entries = await OpenAsync(await journal.ReadAsync(matches.Page));
        return new Page<AuditEntry>(entries, matches.HasMore ? AuditCursor.OfEntry(matches.Page[^1]) : null, (int)matches.Total);
    }

    public async Task<CompanyEvents> ReadEventsAsync(string? after, int limit)
    {
        var next = Math.Max(beginning.First, after is null ? 0 : Math.Min(AuditCursor.ParseEvent(after), journal.Saved));
        var events = new List<CompanyEvent>();
        for (var segments = 0; segments < SegmentsAtOnce && next < journal.Saved && events.Count < limit; segments++)
        {
            foreach (var entry in await journal.ReadAsync(RestOfSegment(next)))
            {
                if (events.Count == limit)
                    break;
                if (entry.Length > 0 && StoredEntry.Parse(entry).Record is var record && EventTypes.Contains(record.Action))
                    events.Add(EventOf(record, next));
                next++;
            }
        }

        return new CompanyEvents(events, AuditCursor.OfEvent(next), next < journal.Saved);
    }

    /// <param name="from">Where to begin to look; null for where the log begins.</param>
    public async Task<AuditVerification> VerifyAsync(AuditChainPoint? from)
    {
        if (from?.Count < beginning.First)
            throw new RefusedException(Deleted(beginning.First));
        var check = await BeginCheckAsync(from);
        for (var segments = 0; segments < SegmentsAtOnce && !check.IsBroken && check.Count < journal.Saved; segments++)
        {
            var (entries, head) = await journal.ReadSegmentAsync(check.Count);
            if (beginning.First > check.Count)
                check = new AuditChainCheck(beginning.Point, from: null);
            else
                check.AddSegment(entries, head, KnownHash);
            await Task.Yield();
        }

        var isComplete = check.Count >= journal.Saved;
        if (isComplete && !await IsBeginningRecordedAsync())
            check.MissesDeletion();
        return check.Result(isComplete);
    }

    /// <summary>Whether the chain holds up to an entry.</summary>
    public async Task<bool> IsIntactAsync(long count)
    {
        var verification = await VerifyAsync(from: null);
        while (!verification.IsComplete && verification.Holds.Count < count)
            verification = await VerifyAsync(verification.Holds);
        return verification.BrokenAt is null;
    }

    public async Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(long from)
    {
        var first = Math.Max(from, beginning.First);
        var end = Math.Min(first + ChainEntriesAtOnce, journal.Saved);
        if (from < 0 || first >= end)
            return [];
        var read = await journal.ReadAsync([.. Enumerable.Range(0, (int)(end - first)).Select(place => first + place)]);
        var stored = read.Where(bytes => bytes.Length > 0).ToList();
        return [.. (await OpenAsync(stored)).Zip(stored, (entry, bytes) => new AuditChainEntry(bytes, entry))];
    }

    private async Task<AuditChainCheck> BeginCheckAsync(AuditChainPoint? from)
    {
        var check = new AuditChainCheck(beginning.Point, from);
        check.End(journal.Saved);
        if (check.IsBroken || check.Count == 0)
            return check;
        var hash = check.Count == beginning.First ? beginning.Hash : StoredEntry.HashOf((await journal.ReadAsync([check.Count - 1]))[0]);
        if (check.Count < beginning.First)
            return new AuditChainCheck(beginning.Point, from: null);
        check.Confirm(hash);
        return check;
    }

    // Otherwise whoever can write to the storage could take entries away by moving the beginning.
    private async Task<bool> IsBeginningRecordedAsync()
    {
        if (beginning.First == 0)
            return true;
        var point = beginning.Point;
        var deletions = await ListAsync(AuditFilter.Everything with { Action = AuditActions.AuditEntriesDeleted }, new(2, null));
        return beginning.Point != point || deletions.Items.Any(entry => DeletionRecord.IsOf(entry.Record, point));
    }

    // What this activation knows by itself of the first so many entries; null when it knows nothing of them.
    private byte[]? KnownHash(long count) => count == index.Entries ? index.Hash : recent.HashOf(count - 1);

    private async Task<IReadOnlyList<AuditEntry>> OpenAsync(IReadOnlyList<byte[]> stored)
    {
        // One that is deleted meanwhile is empty.
        var entries = stored.Where(bytes => bytes.Length > 0).Select(bytes => (Bytes: bytes, Entry: StoredEntry.Parse(bytes))).ToList();
        var keys = await people.FindAsync(entries.SelectMany(entry => AuditSealing.PeopleIn(entry.Entry)));
        return [.. entries.Select(entry => AuditSealing.Open(entry.Bytes, entry.Entry, keys))];
    }

    private static Refusal Deleted(long count) =>
        GeneralErrors.Invalid(
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["count"] =
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The first {count:N0} entries have reached the end of their retention period. Enter a later check."
                    ),
                ],
            }
        );

    private static CompanyEvent EventOf(AuditRecord record, long sequence) =>
        new(
            record.Id,
            record.Action,
            record.At,
            record.Actor.UserId,
            record.Target.Kind,
            record.Target.Id,
            [.. record.Changes.Where(change => !change.Personal)],
            sequence
        );

    private IReadOnlyList<long> RestOfSegment(long first)
    {
        var end = Math.Min(((first / AuditJournal.SegmentCapacity) + 1) * AuditJournal.SegmentCapacity, journal.Saved);
        return [.. Enumerable.Range(0, (int)(end - first)).Select(place => first + place)];
    }
}
