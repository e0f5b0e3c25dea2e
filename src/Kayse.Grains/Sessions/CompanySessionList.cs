using Kayse.Grains.Lists;
using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>The sessions whose active company is one company, as far as it was told.</summary>
internal sealed class CompanySessionList(GrainRecords records)
{
    // A sign-in writes one segment, so they are small: some 1.3 KB. 10,000 sessions are 2,500 of them.
    private const int SegmentCapacity = 4;
    private const string ListName = "sessions";
    private readonly SegmentedList<LiveSession> _sessions = new(records, "live", SegmentCapacity);

    /// <summary>Ended ones among them.</summary>
    public IEnumerable<LiveSession> All => _sessions.Items;

    public Task LoadAsync() => _sessions.LoadAsync();

    /// <summary>A session that has not ended, or null.</summary>
    public LiveSession? Find(string sessionId) => _sessions.Find(sessionId) is { Ended: false } session ? session : null;

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public Task PutAsync(LiveSession session) => _sessions.PutAsync(session);

    /// <summary>Notes that a session has ended: who reads would find that out again.</summary>
    public void End(LiveSession session) => _sessions.Note(session with { Ended = true });

    public IReadOnlyList<LiveSession> Ended(DateTimeOffset now) =>
        [.. _sessions.Items.Where(session => session.Ended || session.NotAfter <= now)];

    public IReadOnlyList<LiveSession> Of(string userId) => [.. _sessions.Items.Where(session => session.UserId == userId)];

    /// <summary>
    /// Takes sessions away, unless they are other ones by now: a session may come back from another company.
    /// </summary>
    public Task RemoveAsync(IEnumerable<LiveSession> sessions) =>
        Task.WhenAll(
            sessions
                .Where(session => ReferenceEquals(_sessions.Find(session.Id), session))
                .Select(session => _sessions.RemoveAsync(session.Id))
        );

    /// <summary>A page, latest first: of 10,000 sessions only those on the page are put in order.</summary>
    public Page<CompanySession> List(CompanySessionFilter filter, PageRequest request, DateTimeOffset now)
    {
        var users = filter.UserIds?.ToHashSet(StringComparer.Ordinal);
        var before = request.Cursor is null ? null : Paging.Decode(request.Cursor, ListName);
        var latest = new PriorityQueue<LiveSession, string>(StringComparer.Ordinal);
        var total = 0;
        foreach (var session in _sessions.Items)
        {
            if (session.Ended || session.NotAfter <= now || users?.Contains(session.UserId) == false)
                continue;
            total++;
            if (before is not null && string.CompareOrdinal(session.Id, before) >= 0)
                continue;
            latest.Enqueue(session, session.Id);
            if (latest.Count > request.Limit + 1)
                latest.Dequeue();
        }

        var found = latest
            .UnorderedItems.Select(item => item.Element.View)
            .OrderByDescending(session => session.Id, StringComparer.Ordinal)
            .ToList();
        var page = found.Take(request.Limit).ToList();
        return new Page<CompanySession>(page, found.Count > page.Count ? Paging.Encode(page[^1].Id, ListName) : null, total);
    }
}
