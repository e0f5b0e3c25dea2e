using Kayse.Grains.Lists;

namespace Kayse.Grains.Audit;

/// <summary>Reads a log: the entries that a filter lets through, the events in it, and whether its chain holds.</summary>
internal sealed class AuditReader(AuditJournal journal, AuditIndex index, AuditRecent recent, AuditPeople people)
{
    // Bounds how long one call holds the log up.
    private const int SegmentsAtOnce = 256;
    private const int ChainEntriesAtOnce = 128;

    public async Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page)
    {
        var before = page.Cursor is null ? long.MaxValue : AuditCursor.ParseEntry(page.Cursor);
        var matches = new AuditMatches(before, page.Limit);
        var indexed = recent.First;
        var times = index.TimeRange(filter);
        matches.Add(recent.Matches(filter, journal.Saved));
        await AuditQuery.RunAsync(await index.OpenAsync(filter), times, indexed, matches);

        var entries = await OpenAsync(await journal.ReadAsync(matches.Page));
        return new Page<AuditEntry>(entries, matches.HasMore ? AuditCursor.OfEntry(matches.Page[^1]) : null, (int)matches.Total);
    }

    public async Task<CompanyEvents> ReadEventsAsync(string? after, int limit)
    {
        var next = after is null ? 0 : Math.Min(AuditCursor.ParseEvent(after), journal.Saved);
        var events = new List<CompanyEvent>();
        for (var segments = 0; segments < SegmentsAtOnce && next < journal.Saved && events.Count < limit; segments++)
        {
            foreach (var entry in await journal.ReadAsync(RestOfSegment(next)))
            {
                if (events.Count == limit)
                    break;
                next++;
                if (StoredEntry.Parse(entry).Record is var record && EventTypes.Contains(record.Action))
                    events.Add(EventOf(record));
            }
        }

        return new CompanyEvents(events, AuditCursor.OfEvent(next), next < journal.Saved);
    }

    /// <param name="beginning">Where the chain of this log begins.</param>
    /// <param name="from">Where to begin to look; null for there.</param>
    public async Task<AuditVerification> VerifyAsync(AuditChainPoint beginning, AuditChainPoint? from)
    {
        var check = await BeginCheckAsync(beginning, from);
        for (var segments = 0; segments < SegmentsAtOnce && !check.IsBroken && check.Count < journal.Saved; segments++)
        {
            var first = check.Count / AuditJournal.SegmentCapacity * AuditJournal.SegmentCapacity;
            var (entries, head) = await journal.ReadSegmentAsync(first);
            check.AddSegment(first, entries, head, KnownHash);
            await Task.Yield();
        }

        return check.Result(isComplete: check.Count >= journal.Saved);
    }

    public async Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(long from)
    {
        var end = Math.Min(from + ChainEntriesAtOnce, journal.Saved);
        if (from < 0 || from >= end)
            return [];
        var stored = await journal.ReadAsync([.. Enumerable.Range(0, (int)(end - from)).Select(place => from + place)]);
        return [.. (await OpenAsync(stored)).Zip(stored, (entry, bytes) => new AuditChainEntry(bytes, entry))];
    }

    private async Task<AuditChainCheck> BeginCheckAsync(AuditChainPoint beginning, AuditChainPoint? from)
    {
        var check = new AuditChainCheck(beginning, from);
        check.End(journal.Saved);
        if (!check.IsBroken && check.Count > 0)
            check.Confirm(StoredEntry.HashOf((await journal.ReadAsync([check.Count - 1]))[0]));
        return check;
    }

    // What this activation knows by itself of the first so many entries; null when it knows nothing of them.
    private byte[]? KnownHash(long count) => count == index.Entries ? index.Hash : recent.HashOf(count - 1);

    private async Task<IReadOnlyList<AuditEntry>> OpenAsync(IReadOnlyList<byte[]> stored)
    {
        var entries = stored.Select(bytes => (Bytes: bytes, Entry: StoredEntry.Parse(bytes))).ToList();
        var keys = await people.FindAsync(entries.SelectMany(entry => AuditSealing.PeopleIn(entry.Entry)));
        return [.. entries.Select(entry => AuditSealing.Open(entry.Bytes, entry.Entry, keys))];
    }

    private static CompanyEvent EventOf(AuditRecord record) =>
        new(
            record.Id,
            record.Action,
            record.At,
            record.Actor.UserId,
            record.Target.Kind,
            record.Target.Id,
            [.. record.Changes.Where(change => !change.Personal)]
        );

    private IReadOnlyList<long> RestOfSegment(long first)
    {
        var end = Math.Min(((first / AuditJournal.SegmentCapacity) + 1) * AuditJournal.SegmentCapacity, journal.Saved);
        return [.. Enumerable.Range(0, (int)(end - first)).Select(place => first + place)];
    }
}
