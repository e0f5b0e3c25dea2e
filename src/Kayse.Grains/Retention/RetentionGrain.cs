using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.State;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Retention;

[GrainType("retention")]
internal sealed class RetentionGrain : DurableGrain, IRetentionGrain, IRemindable
{
    private readonly IPersistentState<RetentionState> _storage;
    private readonly RetentionOptions _options;
    private readonly PendingSteps<AuditRecord> _steps;
    private readonly PendingReminder _reminder;
    private readonly TimeProvider _clock;

    public RetentionGrain(
        [PersistentState("retention", Storage)] IPersistentState<RetentionState> storage,
        IOptions<RetentionOptions> options,
        TimeProvider clock
    )
    {
        (_storage, _options, _clock) = (storage, options.Value, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<AuditRecord>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            TellAsync,
            DeactivateOnIdle
        );
    }

    private RetentionState State => _storage.State;

    private RetentionView View => new(RetentionRules.PeriodsOf(State.Days, _options), State.Version);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public Task<RetentionView> GetAsync() => Task.FromResult(View);

    public Task<int> GetDaysAsync(RetentionKind kind) =>
        Task.FromResult(RetentionRules.DaysOf(kind, State.Days.Of(kind), _options) ?? RetentionRules.LongestDays);

    public async Task<RetentionView> SetAsync(SetRetention command, AuditOrigin by)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, State.Version);
        var record = RetentionAudit.Changed(Key, State.Days, command.Days, by, _clock);
        if (record.Changes.Count == 0)
            return View;
        var next = new RetentionState
        {
            Days = command.Days,
            Version = State.Version + 1,
            Pending = State.Pending.With(record),
        };
        await _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
        return View;
    }

    private async Task<StepResult> TellAsync(AuditRecord record)
    {
        var log = GrainFactory.GetGrain<IAuditLogGrain>(record.CompanyId);
        await log.AppendAsync([record]);
        await log.KeepForAsync(State.Days.AuditLog);
        return StepResult.Done;
    }
}
