using Kayse.Grains.Lists;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Sessions;

// Reentrant, so that sessions that start together share a write, and start while the history is read. What they leave
// in memory is in CompanySessionsGrain.Later.cs.
[GrainType("company-sessions"), Reentrant]
internal sealed partial class CompanySessionsGrain : DurableGrain, ICompanySessionsGrain, IRemindable, IDisposable
{
    private const int PeopleInSegment = 128;
    private static readonly TimeSpan _mayBeStarting = TimeSpan.FromMinutes(1);

    private readonly CompanySessionList _live;
    private readonly SegmentedList<LastActive> _lastActive;
    private readonly TimeProvider _clock;
    private readonly ILogger<CompanySessionsGrain> _logger;

    public CompanySessionsGrain(
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        TimeProvider clock,
        ILogger<CompanySessionsGrain> logger
    )
    {
        _live = new CompanySessionList(segments, context.GrainId, DeactivateOnIdle);
        _lastActive = new SegmentedList<LastActive>(segments, context.GrainId, "last-active", PeopleInSegment, DeactivateOnIdle);
        _newHistory = () => new SignInHistory(segments, context.GrainId, DeactivateOnIdle);
        _clock = clock;
        _logger = logger;
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Task.WhenAll(_live.LoadAsync(), _lastActive.LoadAsync());

    public async Task StartedAsync(SessionStarted started)
    {
        var session = LiveSession.Of(started);
        if (_live.Find(session.Id) is null)
            _started.Add(session);
        NoteActive(session.UserId, session.StartedAt);
        TidyLater();
        await _live.PutAsync(session);
    }

    public Task UsedAsync(IReadOnlyList<SessionUse> uses)
    {
        foreach (var use in uses)
        {
            if (_live.Find(use.Id) is { } session)
                NoteActive(session.UserId, new DateTimeOffset(use.At));
        }

        return Task.CompletedTask;
    }

    public Task EndedAsync(string sessionId, DateTimeOffset lastActiveAt)
    {
        if (_live.Find(sessionId) is not { } session)
            return Task.CompletedTask;
        NoteActive(session.UserId, lastActiveAt);
        _live.End(session);
        TidyLater();
        return Task.CompletedTask;
    }

    public Task FailedAsync(SignInFailed failed)
    {
        if (_failed.Count < MostWaiting)
            _failed.Add(failed);
        TidyLater();
        return Task.CompletedTask;
    }

    public Task<Page<CompanySession>> ListAsync(CompanySessionFilter filter, PageRequest page) =>
        Task.FromResult(_live.List(filter, page, Now));

    public Task<CompanySession?> FindAsync(string sessionId) => Task.FromResult(_live.Find(sessionId)?.View);

    public Task ForgetAsync(IReadOnlyList<CompanySession> sessions)
    {
        foreach (var seen in sessions.Where(seen => Now - seen.StartedAt >= _mayBeStarting))
        {
            if (_live.Find(seen.Id) is { } session && session.StartedAt == seen.StartedAt)
                _live.End(session);
        }

        TidyLater();
        return Task.CompletedTask;
    }

    public async Task<Page<SignInEntry>> ListHistoryAsync(SignInHistoryFilter filter, PageRequest page)
    {
        Page<SignInEntry>? found = null;
        await WithHistoryAsync(async history => found = await history.ListAsync(filter, page, Now));
        return found!;
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset>> LastActiveAsync(IReadOnlyList<string>? userIds)
    {
        var people = userIds is null
            ? _lastActive.Items
            : userIds.Distinct(StringComparer.Ordinal).Select(_lastActive.Find).OfType<LastActive>();
        return Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(
            people.ToDictionary(person => person.UserId, person => person.At, StringComparer.Ordinal)
        );
    }

    public async Task EraseAsync(string userId)
    {
        await WithHistoryAsync(history => history.EraseAsync(userId));
        await Task.WhenAll(_live.RemoveAsync(_live.Of(userId)), _lastActive.RemoveAsync(userId));
    }

    private void NoteActive(string userId, DateTimeOffset at)
    {
        if (_lastActive.Find(userId)?.At >= at)
            return;
        _lastActive.Note(new LastActive(userId, at));
        SaveLastActiveLater();
    }
}
