using Kayse.Grains.Lists;
using Kayse.Grains.Retention;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Sessions;

/// <remarks>
/// Reentrant, so that sessions that start together share a write, and start while the history is read. A sign-in waits
/// for the list of live sessions alone to be stored; the history is stored seconds later, for many sign-ins at once.
/// </remarks>
[GrainType("company-sessions"), Reentrant]
internal sealed class CompanySessionsGrain : DurableGrain, ICompanySessionsGrain, IRemindable, IDisposable
{
    private const string CleanUp = "clean-up";
    private const int PeopleInSegment = 128;
    private static readonly TimeSpan _startGrace = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _historyDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _lastActiveDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _cleanUpInterval = TimeSpan.FromDays(1);

    private readonly CompanySessionList _live;
    private readonly SegmentedList<LastActive> _lastActive;
    private readonly SignInRecorder _recorder;
    private readonly DelayedWork _savingHistory;
    private readonly DelayedWork _savingLastActive;
    private readonly TimeProvider _clock;
    private readonly ILogger<CompanySessionsGrain> _logger;

    public CompanySessionsGrain(
        [FromKeyedServices(Storage)] IGrainStorage storage,
        IGrainContext context,
        TimeProvider clock,
        ILogger<CompanySessionsGrain> logger
    )
    {
        var records = new GrainRecords(storage, context.GrainId, DeactivateOnIdle);
        _live = new CompanySessionList(records);
        _lastActive = new SegmentedList<LastActive>(records, "last-active", PeopleInSegment);
        _recorder = new SignInRecorder(records, _live, DeactivateOnIdle);
        _savingHistory = new DelayedWork(this, _historyDelay, () => TryAsync(SaveHistoryAsync));
        _savingLastActive = new DelayedWork(this, _lastActiveDelay, () => TryAsync(_lastActive.FlushAsync));
        (_clock, _logger) = (clock, logger);
    }

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Task.WhenAll(_live.LoadAsync(), _lastActive.LoadAsync());

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _savingHistory.RunAsync();
        await _savingLastActive.RunAsync();
    }

    public async Task StartedAsync(SessionStarted started)
    {
        var session = LiveSession.Of(started);
        if (_live.Find(session.Id) is null)
            _recorder.Add(session);
        NoteActive(session.UserId, session.StartedAt);
        _savingHistory.Schedule();
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
        _savingHistory.Schedule();
        return Task.CompletedTask;
    }

    public Task FailedAsync(SignInFailed failed)
    {
        _recorder.Add(failed);
        _savingHistory.Schedule();
        return Task.CompletedTask;
    }

    public Task<Page<CompanySession>> ListAsync(CompanySessionFilter filter, PageRequest page) =>
        Task.FromResult(_live.List(filter, page, Now));

    public Task<CompanySession?> FindAsync(string sessionId) => Task.FromResult(_live.Find(sessionId)?.View);

    public Task ForgetAsync(IReadOnlyList<CompanySession> sessions)
    {
        foreach (var seen in sessions.Where(seen => Now - seen.StartedAt >= _startGrace))
        {
            if (_live.Find(seen.Id) is { } session && session.StartedAt == seen.StartedAt)
                _live.End(session);
        }

        _savingHistory.Schedule();
        return Task.CompletedTask;
    }

    public async Task<Page<SignInEntry>> ListHistoryAsync(SignInHistoryFilter filter, PageRequest page)
    {
        Page<SignInEntry>? found = null;
        var keptSince = await KeptSinceAsync();
        await _recorder.UseHistoryAsync(async history => found = await history.ListAsync(filter, page, keptSince));
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
        await _recorder.UseHistoryAsync(history => history.EraseAsync(userId));
        await Task.WhenAll(_live.RemoveAsync(_live.Of(userId)), _lastActive.RemoveAsync(userId));
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await SaveHistoryAsync();
        var keptSince = await KeptSinceAsync();
        await _recorder.UseHistoryAsync(history => history.DeleteOldAsync(keptSince));
        if (!_live.All.Any())
            await _recorder.UseHistoryAsync(StopCleaningUpAsync);
    }

    public void Dispose() => _recorder.Dispose();

    private async Task<DateTimeOffset> KeptSinceAsync() =>
        Now - TimeSpan.FromDays(await GrainFactory.GetGrain<IRetentionGrain>(Key).GetDaysAsync(RetentionKind.SignInHistory));

    private void NoteActive(string userId, DateTimeOffset at)
    {
        if (_lastActive.Find(userId)?.At >= at)
            return;
        _lastActive.Note(new LastActive(userId, at));
        _savingLastActive.Schedule();
    }

    private async Task SaveHistoryAsync()
    {
        var ended = _live.Ended(Now);
        if (!_recorder.IsSaved)
            await _recorder.UseHistoryAsync(SaveAsync);
        // What had ended before the history was saved is in it.
        await _live.RemoveAsync(ended);
    }

    private async Task SaveAsync(SignInHistory history)
    {
        await history.SaveAsync();
        if (history.HasReminder)
            return;
        await this.RegisterOrUpdateReminder(CleanUp, _cleanUpInterval, _cleanUpInterval);
        await history.SetHasReminderAsync(true);
    }

    private async Task StopCleaningUpAsync(SignInHistory history)
    {
        if (!history.IsEmpty)
            return;
        await StopReminderAsync(CleanUp);
        await history.SetHasReminderAsync(false);
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next one finds what is missing.
            _logger.LogError(exception, "What company {CompanyId} knows of its sessions could not be stored.", Key);
        }
    }
}
