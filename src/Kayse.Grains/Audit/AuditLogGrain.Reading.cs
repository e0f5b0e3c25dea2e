using Kayse.Grains.Lists;

namespace Kayse.Grains.Audit;

internal sealed partial class AuditLogGrain
{
    // Bounds how long one call holds the log up.
    private const int SegmentsAtOnce = 256;

    public async Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page)
    {
        var before = page.Cursor is null ? long.MaxValue : AuditCursor.ParseEntry(page.Cursor);
        var matches = new AuditMatches(before, page.Limit);
        var indexed = _recent.First;
        var times = _index.TimeRange(filter);
        matches.Add(_recent.Matches(filter, _journal.Saved));
        await AuditQuery.RunAsync(await _index.OpenAsync(filter), times, indexed, matches);

        var entries = await OpenAsync(await _journal.ReadAsync(matches.Page));
        return new Page<AuditEntry>(entries, matches.HasMore ? AuditCursor.OfEntry(matches.Page[^1]) : null, (int)matches.Total);
    }

    public async Task<CompanyEvents> ReadEventsAsync(string? after, int limit)
    {
        var next = after is null ? 0 : Math.Min(AuditCursor.ParseEvent(after), _journal.Saved);
        var events = new List<CompanyEvent>();
        for (var segments = 0; segments < SegmentsAtOnce && next < _journal.Saved && events.Count < limit; segments++)
        {
            foreach (var entry in await _journal.ReadAsync(RestOfSegment(next)))
            {
                if (events.Count == limit)
                    break;
                next++;
                if (StoredEntry.Parse(entry).Record is var record && EventTypes.Contains(record.Action))
                    events.Add(EventOf(record));
            }
        }

        return new CompanyEvents(events, AuditCursor.OfEvent(next), next < _journal.Saved);
    }

    public async Task<AuditVerification> VerifyAsync(AuditChainPoint? from)
    {
        var check = await BeginCheckAsync(from);
        for (var segments = 0; segments < SegmentsAtOnce && !check.IsBroken && check.Count < _journal.Saved; segments++)
        {
            var first = check.Count / AuditJournal.SegmentCapacity * AuditJournal.SegmentCapacity;
            var (entries, head) = await _journal.ReadSegmentAsync(first);
            check.AddSegment(first, entries, head, KnownHash);
            await Task.Yield();
        }

        return check.Result(isComplete: check.Count >= _journal.Saved);
    }

    private async Task<AuditChainCheck> BeginCheckAsync(AuditChainPoint? from)
    {
        var check = new AuditChainCheck(new AuditChainPoint(0, Convert.ToHexStringLower(StoredEntry.HashBeforeFirst(Key))), from);
        check.End(_journal.Saved);
        if (!check.IsBroken && check.Count > 0)
            check.Confirm(StoredEntry.HashOf((await _journal.ReadAsync([check.Count - 1]))[0]));
        return check;
    }

    // What this activation knows by itself of the first so many entries; null when it knows nothing of them.
    private byte[]? KnownHash(long count) => count == _index.Entries ? _index.Hash : _recent.HashOf(count - 1);

    private async Task<IReadOnlyList<AuditEntry>> OpenAsync(IReadOnlyList<byte[]> stored)
    {
        var entries = stored.Select(bytes => (Bytes: bytes, Entry: StoredEntry.Parse(bytes))).ToList();
        var keys = await _people.FindAsync(entries.SelectMany(entry => AuditSealing.PeopleIn(entry.Entry)));
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
        var end = Math.Min(((first / AuditJournal.SegmentCapacity) + 1) * AuditJournal.SegmentCapacity, _journal.Saved);
        return [.. Enumerable.Range(0, (int)(end - first)).Select(place => first + place)];
    }
}
