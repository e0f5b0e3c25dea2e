using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Catalogue;

[GrainType("catalogue")]
internal sealed class CatalogueGrain : DurableGrain, ICatalogueGrain, IRemindable
{
    private readonly IPersistentState<CatalogueState> _storage;
    private readonly PendingSteps<AuditRecord> _steps;
    private readonly PendingReminder _reminder;
    private readonly TimeProvider _clock;

    public CatalogueGrain([PersistentState("catalogue", Storage)] IPersistentState<CatalogueState> storage, TimeProvider clock)
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

    private CatalogueState State => _storage.State;

    private CatalogueView View => new(State.Items, State.Version);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public Task<CatalogueView> GetAsync() => Task.FromResult(View);

    public async Task<CatalogueView> ReplaceAsync(ReplaceCatalogue command, AuditOrigin by)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, State.Version);
        if (State.Items.SequenceEqual(command.Items))
            return View;
        var (companyId, kind) = CatalogueKeys.Parse(Key);
        var record = CatalogueAudit.Replaced(companyId, kind, State.Items, command.Items, by, _clock);
        var next = new CatalogueState
        {
            Items = command.Items,
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
