using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.BusinessHours;

[GrainType("business-hours")]
internal sealed class BusinessHoursGrain : DurableGrain, IBusinessHoursGrain, IRemindable
{
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

    private BusinessHoursView View => new(State.Schedule, State.Version);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
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
        var next = new BusinessHoursState
        {
            Schedule = command.Schedule,
            Version = State.Version + 1,
            Pending = State.Pending.With(record),
        };
        await _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
        return View;
    }

    private async Task<StepResult> AppendAsync(AuditRecord record)
    {
        await GrainFactory.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);
        return StepResult.Done;
    }
}
