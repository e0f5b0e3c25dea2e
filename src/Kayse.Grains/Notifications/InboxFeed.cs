using Kayse.Grains.Errors;
using Kayse.Grains.Lists;

namespace Kayse.Grains.Notifications;

/// <summary>What a person reads, and does with it.</summary>
internal sealed class InboxFeed(InboxContext inbox, InboxEntries entries, InboxRetention retention, InboxObservers observers)
{
    private const string CursorName = "notifications";

    public async Task<NotificationPage> ListAsync(string companyId, bool? unread, PageRequest page)
    {
        var feed = await ReadAsync(companyId);
        var before = page.Cursor is { } cursor ? Paging.DecodeNumber(cursor, CursorName) : long.MaxValue;
        var matching = feed.Where(entry => entry.ArchivedAt is null && entry.Number < before)
            .Where(entry => unread is null || entry.IsUnread == unread)
            .Reverse()
            .Skip(page.Skip)
            .Take(page.Limit + 1)
            .ToList();
        var shown = matching.Take(page.Limit).ToList();
        var next = matching.Count > shown.Count ? Paging.Encode(FeedRules.IdOf(shown[^1]), CursorName) : null;
        return new NotificationPage([.. shown.Select(FeedRules.ViewOf)], next, HeadOf(feed));
    }

    public async Task<NotificationHead> GetHeadAsync(string companyId) => HeadOf(await ReadAsync(companyId));

    public async Task<NotificationChanges> ReadChangesAsync(string companyId, long after, int limit)
    {
        var feed = await ReadAsync(companyId);
        var changed = feed.Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence).ToList();
        var resync = after < 0 || after > inbox.State.Sequence || changed.Count > limit;
        return new NotificationChanges(resync ? [] : [.. changed.Select(FeedRules.ViewOf)], HeadOf(feed), resync);
    }

    public Task<NotificationView> MarkReadAsync(string companyId, string id) =>
        ChangeAsync(companyId, id, entry => entry.IsUnread ? entry with { ReadAt = inbox.Now } : entry);

    public Task<NotificationView> ArchiveAsync(string companyId, string id) =>
        ChangeAsync(companyId, id, entry => entry.ArchivedAt is null ? entry with { ArchivedAt = inbox.Now } : entry);

    public async Task<NotificationHead> MarkAllReadAsync(string companyId, DateTimeOffset? before)
    {
        var unread = (await ReadAsync(companyId)).Where(entry => entry.IsUnread && (before is null || entry.At <= before));
        var sequence = inbox.State.Sequence;
        await SaveAsync(companyId, [.. unread.Select(entry => entry with { ReadAt = inbox.Now, Sequence = ++sequence })]);
        return await GetHeadAsync(companyId);
    }

    private async Task<NotificationView> ChangeAsync(string companyId, string id, Func<InboxEntry, InboxEntry> change)
    {
        var entry =
            (await ReadAsync(companyId)).FirstOrDefault(entry => FeedRules.IdOf(entry) == id)
            ?? throw new RefusedException(GeneralErrors.NotFound);
        var next = change(entry);
        if (next == entry)
            return FeedRules.ViewOf(entry);
        next = next with { Sequence = inbox.State.Sequence + 1 };
        await SaveAsync(companyId, [next]);
        return FeedRules.ViewOf(next);
    }

    private async Task SaveAsync(string companyId, IReadOnlyList<InboxEntry> changed)
    {
        if (changed.Count == 0)
            return;
        await entries.ReplaceAsync(changed, inbox.State with { Sequence = changed[^1].Sequence });
        observers.Tell(companyId, inbox.State.Sequence);
    }

    private async Task<IReadOnlyList<InboxEntry>> ReadAsync(string companyId) =>
        [.. FeedRules.FeedOf(await entries.AllAsync(), companyId, await retention.KeptSinceAsync(companyId))];

    private NotificationHead HeadOf(IReadOnlyList<InboxEntry> feed) => new(inbox.State.Sequence, feed.Count(entry => entry.IsUnread));
}
