using Kayse.Grains.Audit;
using Kayse.Grains.Blobs;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Users;
using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Privacy;

/// <remarks>
/// Each part is stored as a file first, and then noted in the state with where the next begins. So a crash costs the
/// part that was being built, which the next activation builds again under the same name.
/// </remarks>
[GrainType("data-exports")]
internal sealed class DataExportsGrain : DurableGrain, IDataExportsGrain, IDataExportBuildGrain, IRemindable
{
    private const string CleanUp = "clean-up";
    private static readonly TimeSpan _cleanUpEvery = TimeSpan.FromHours(1);

    private readonly IPersistentState<DataExportsState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<DataExportStep> _steps;
    private readonly DataExportBuilder _builder;
    private readonly IBlobStore _blobs;
    private readonly TimeProvider _clock;
    private readonly ILogger<DataExportsGrain> _logger;

    public DataExportsGrain(
        [PersistentState("data-exports", Storage)] IPersistentState<DataExportsState> storage,
        DataExportBuilder builder,
        IBlobStore blobs,
        TimeProvider clock,
        ILogger<DataExportsGrain> logger
    )
    {
        (_storage, _builder, _blobs, _clock, _logger) = (storage, builder, blobs, clock, logger);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0 || Unfinished is not null);
        _steps = new PendingSteps<DataExportStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(storage, State with { Pending = State.Pending.Without(done) }),
            ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private DataExportsState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    private DataExport? Unfinished => State.Exports.FirstOrDefault(export => export.IsUnfinished);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _steps.ResumeAsync();
        BuildOn();
    }

    public async Task<DataExportView> RequestAsync(RequestDataExport command)
    {
        EnsureProved(command.Actor);
        if (State.Exports.FirstOrDefault(export => export.Id == command.ExportId) is { } known)
            return ViewOf(known);
        var user = await FindUserAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
        DataExportRules.EnsureMayRequest(State.Exports, Now);
        var export = new DataExport { Id = command.ExportId, RequestedAt = Now };
        DataExportStep audit = new AppendExportAudit(
            AuditOf(AuditActions.MemberDataExportRequested, command.Actor, command.CompanyId, user)
        );
        await _reminder.EnsureAsync();
        await SaveAsync(
            State with
            {
                Exports = DataExportRules.With(State.Exports, export),
                Pending = State.Pending.With(
                    DataExportRules.IsNewDevice(user.KnownDevices, command.Device, Now)
                        ? [audit, new SendExportMail(DataExportMail.Requested(export, user.User, command.Device, Now))]
                        : [audit]
                ),
            }
        );
        BuildOn();
        return ViewOf(export);
    }

    public Task<IReadOnlyList<DataExportView>> ListAsync() => Task.FromResult(Views);

    public Task<DataExportView> GetAsync(string exportId) => Task.FromResult(ViewOf(Find(exportId)));

    public async Task<DataExportDownload> BeginDownloadAsync(Actor actor, string companyId, string exportId)
    {
        EnsureProved(actor);
        var export = Find(exportId);
        DataExportRules.EnsureMayDownload(export, Now);
        var user = await FindUserAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
        var audit = new AppendExportAudit(AuditOf(AuditActions.MemberDataExportDownloaded, actor, companyId, user));
        await SaveAsync(Replacing(export with { Downloads = export.Downloads + 1 }, audit));
        return new DataExportDownload(this.GetPrimaryKeyString(), export.Id, export.RequestedAt, export.Files);
    }

    public async Task DeleteAsync(string exportId)
    {
        if (Find(exportId) is { Removed: false } export)
            await SaveAsync(Removing(export));
    }

    public async Task EraseAsync()
    {
        foreach (var export in State.Exports.Where(export => !export.Removed).ToList())
            await SaveAsync(Removing(export));
        await _steps.ExecuteAsync();
        await ClearAsync(_storage);
        await StopReminderAsync(PendingReminder.Name);
        await StopReminderAsync(CleanUp);
        DeactivateOnIdle();
    }

    public async Task BuildNextAsync()
    {
        if (Unfinished is not { } export)
            return;
        if (await FindUserAsync() is not { } user)
        {
            await EraseAsync();
            return;
        }

        try
        {
            await StoreAsync(await _builder.BuildNextAsync(user, export, Views), user);
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "A part of data export {ExportId} could not be built.", export.Id);
            // The next attempt comes with the reminder.
            if (Unfinished is { } failed)
                await SaveAsync(Replacing(DataExportRules.AfterFailure(failed)));
            return;
        }

        BuildOn();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        foreach (var export in State.Exports.Where(export => DataExportRules.IsOver(export, Now)).ToList())
            await SaveAsync(Removing(export));
        await _steps.ResumeAsync();
        BuildOn();
        if (reminderName != CleanUp)
            await _reminder.RemoveIfDoneAsync();
        else if (State.Exports.All(export => export.Removed))
            await StopReminderAsync(CleanUp);
    }

    private async Task StoreAsync(DataExport next, UserData user)
    {
        if (next.ReadyAt is null)
        {
            await SaveAsync(_storage, Replacing(next));
            return;
        }

        // Before the write, so that no files stay for want of a reminder.
        await this.RegisterOrUpdateReminder(CleanUp, DataExportRules.Lifetime, _cleanUpEvery);
        await SaveAsync(Replacing(next, new SendExportMail(DataExportMail.Ready(next, user.User))));
    }

    private void BuildOn()
    {
        if (Unfinished is not null)
            this.AsReference<IDataExportBuildGrain>().BuildNextAsync().Ignore();
    }

    private Task SaveAsync(DataExportsState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));

    private DataExportsState Replacing(DataExport next, params IEnumerable<DataExportStep> steps) =>
        State with
        {
            Exports = [.. State.Exports.Select(export => export.Id == next.Id ? next : export)],
            Pending = State.Pending.With(steps),
        };

    // A part may be stored that the state doesn't know of yet.
    private DataExportsState Removing(DataExport export) =>
        Replacing(export with { Removed = true }, new DeleteParts(export.Id, export.Parts + 1));

    private async Task<StepResult> ExecuteAsync(DataExportStep step)
    {
        switch (step)
        {
            case DeleteParts(var exportId, var parts):
                for (var part = 0; part < parts; part++)
                    await _blobs.DeleteAsync(DataExportParts.Key(Key, exportId, part), CancellationToken.None);
                break;
            case SendExportMail(var mail):
                await GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail);
                break;
            case AppendExportAudit(var record):
                await GrainFactory.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);
                break;
        }

        return StepResult.Done;
    }

    private DataExport Find(string exportId) =>
        State.Exports.FirstOrDefault(export => export.Id == exportId) ?? throw new RefusedException(GeneralErrors.NotFound);

    private IReadOnlyList<DataExportView> Views => [.. State.Exports.Reverse().Select(ViewOf)];

    private DataExportView ViewOf(DataExport export) => DataExportRules.ViewOf(export, _builder.Stages, Now);

    private Task<UserData?> FindUserAsync() => GrainFactory.GetGrain<IUserDataGrain>(Key).GetDataAsync();

    private AuditRecord AuditOf(string action, Actor actor, string companyId, UserData user) =>
        PersonAudit.Of(action, actor, companyId, user.User, _clock);

    private static void EnsureProved(Actor actor)
    {
        if (!actor.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
    }
}
