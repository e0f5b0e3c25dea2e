using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.BusinessHours;

[GrainType("business-hours")]
internal sealed class BusinessHoursGrain : DurableGrain, IBusinessHoursGrain, IRemindable
{
    private const string NextChange = "next-change";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(10);

    private readonly IPersistentState<BusinessHoursState> _storage;
    private readonly PendingSteps<AuditRecord> _steps;
    private readonly PendingReminder _reminder;
    private readonly TimeProvider _clock;

    public BusinessHoursGrain(
        [PersistentState("business-hours", Storage)] IPersistentState<BusinessHoursState> storage,
        TimeProvider clock
    )
    {
        _storage = storage;
        _clock = clock;
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<AuditRecord>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            AppendAsync,
            DeactivateOnIdle
        );
    }

    private BusinessHoursState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    private BusinessHoursView View => new(State.Schedule, State.Version);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        if (reminderName == NextChange)
            await TellAsync();
        else
            await _reminder.RemoveIfDoneAsync();
    }

    public Task<BusinessHoursView> GetAsync() => Task.FromResult(View);

    public Task<BusinessHoursStatus> GetStatusAsync(DateTimeOffset? at) =>
        Task.FromResult(OpenHours.At(State.Schedule, at ?? _clock.GetUtcNow()));

    public async Task<BusinessHoursView> SetAsync(SetBusinessHours command, AuditOrigin by)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, State.Version);
        var record = BusinessHoursAudit.Changed(Key, State.Schedule, command.Schedule, by, _clock);
        if (record.Changes.Count == 0)
            return View;
        var told = ToldUntilNow();
        var next = told with { Schedule = command.Schedule, Version = told.Version + 1, Pending = told.Pending.With(record) };
        if (next.Told is { } last)
            next = BusinessHoursEvents.Tell(Key, next, OpeningChanges.Since(next.Schedule, last with { At = Now }, Now), _clock);
        await SaveAsync(next);
        return View;
    }

    public Task<bool> HasSubscriberAsync(string subscriber) =>
        Task.FromResult(State.Subscribers.Contains(subscriber, StringComparer.Ordinal));

    public async Task SubscribeAsync(string subscriber, AuditOrigin by)
    {
        if (!State.Subscribers.Contains(subscriber, StringComparer.Ordinal))
            await SaveAsync(BusinessHoursEvents.Subscribe(Key, State, subscriber, by, _clock));
    }

    public async Task UnsubscribeAsync(string subscriber, AuditOrigin by)
    {
        if (State.Subscribers.Contains(subscriber, StringComparer.Ordinal))
            await SaveAsync(BusinessHoursEvents.Unsubscribe(Key, ToldUntilNow(), subscriber, by, _clock));
    }

    // The reminder comes again by itself until there is another, so that a crash in between loses nothing.
    private async Task TellAsync()
    {
        var next = ToldUntilNow();
        if (next != State)
            await SaveAsync(next);
        else
            await RemindAsync(State);
    }

    private BusinessHoursState ToldUntilNow() =>
        State.Told is { } last ? BusinessHoursEvents.Tell(Key, State, OpeningChanges.Since(State.Schedule, last, Now), _clock) : State;

    private async Task SaveAsync(BusinessHoursState next)
    {
        if (State.Told is not null || next.Told is not null)
            await RemindAsync(next);
        await _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
    }

    private Task RemindAsync(BusinessHoursState next) =>
        next.Told is not null && OpeningChanges.NextIn(next.Schedule, Now) is { } wait
            ? this.RegisterOrUpdateReminder(NextChange, DueIn(wait), _retry)
            : StopReminderAsync(NextChange);

    private async Task<StepResult> AppendAsync(AuditRecord record)
    {
        await GrainFactory.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);
        return StepResult.Done;
    }
}
