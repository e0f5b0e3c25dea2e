using Kayse.Grains.Audit;
using Kayse.Grains.Blobs;
using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Branding;

[GrainType("branding")]
internal sealed class BrandingGrain : DurableGrain, IBrandingGrain, IRemindable
{
    private readonly IPersistentState<BrandingState> _storage;
    private readonly PendingSteps<BrandingStep> _steps;
    private readonly PendingReminder _reminder;
    private readonly IBlobStore _blobs;
    private readonly TimeProvider _clock;

    public BrandingGrain(
        [PersistentState("branding", Storage)] IPersistentState<BrandingState> storage,
        IBlobStore blobs,
        TimeProvider clock
    )
    {
        (_storage, _blobs, _clock) = (storage, blobs, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<BrandingStep>(
            _reminder,
            () => State.Pending,
            done => StoreAsync(State with { Pending = State.Pending.Without(done) }),
            ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private BrandingState State => _storage.State;

    private BrandingView View => new(State.Light, State.Dark, State.Icon, State.AccentColor, State.Version);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public Task<BrandingView> GetAsync() => Task.FromResult(View);

    public async Task<BrandingView> SetLogoAsync(LogoKind kind, LogoFile file, AuditOrigin by)
    {
        var logo = new LogoView(LogoName.Of(Key, kind, file), file.Width, file.Height);
        if (View.Logo(kind) == logo)
            return View;
        // Known before it is stored, so that it is deleted if it never becomes the company's.
        var announced = State with
        {
            Pending = State.Pending.With(new DeleteLogo(logo.Name)),
        };
        await _steps.StoreAsync(announced.Pending, () => StoreAsync(announced));
        await _blobs.PutAsync(LogoName.BlobKey(logo.Name), file.Content, CancellationToken.None);
        await SaveAsync(State.With(kind, logo), by);
        return View;
    }

    public Task RemoveLogoAsync(LogoKind kind, AuditOrigin by) => SaveAsync(State.With(kind, null), by);

    public async Task<BrandingView> UpdateAsync(UpdateBranding command, AuditOrigin by)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, State.Version);
        if (command.AccentColor is { } color)
            await SaveAsync(State with { AccentColor = color.Value }, by);
        return View;
    }

    private Task SaveAsync(BrandingState next, AuditOrigin by)
    {
        var record = BrandingAudit.Changed(Key, State, next, by, _clock);
        if (record.Changes.Count == 0)
            return Task.CompletedTask;
        var replaced = new[] { State.Light, State.Dark, State.Icon }.OfType<LogoView>().Where(logo => !next.Has(logo.Name));
        var changed = next with
        {
            Version = State.Version + 1,
            Pending = State
                .Pending.With(new AppendBrandingAudit(record))
                .With(replaced.Select(logo => (BrandingStep)new DeleteLogo(logo.Name))),
        };
        return _steps.SaveAsync(changed.Pending, () => StoreAsync(changed));
    }

    private Task StoreAsync(BrandingState next) => SaveAsync(_storage, next);

    private async Task<StepResult> ExecuteAsync(BrandingStep step)
    {
        switch (step)
        {
            case AppendBrandingAudit(var record):
                await GrainFactory.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);
                break;
            case DeleteLogo(var name) when !State.Has(name):
                await _blobs.DeleteAsync(LogoName.BlobKey(name), CancellationToken.None);
                break;
        }

        return StepResult.Done;
    }
}
