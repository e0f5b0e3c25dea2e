using Kayse.Grains.Appearance;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Push;
using Kayse.Grains.ReleaseNotes;
using Kayse.Grains.Scim;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Privacy;

/// <remarks>
/// Drives the deletion from above: it asks companies to let the person go, then erases what is kept of them grain by
/// grain, and the person last. Each step may be repeated.
/// </remarks>
[GrainType("account-deletion")]
internal sealed class AccountDeletionGrain : DurableGrain, IAccountDeletionGrain, IRemindable
{
    private const string WhenDue = "when-due";
    private static readonly TimeSpan _lookEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan _afterRequest = TimeSpan.FromDays(30);
    private static readonly TimeSpan _mailUsefulFor = TimeSpan.FromDays(3);

    private readonly IPersistentState<AccountDeletionState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<DeletionStep> _steps;
    private readonly PublicLinks _links;
    private readonly TimeProvider _clock;
    private bool _isErased;

    public AccountDeletionGrain(
        [PersistentState("account-deletion", Storage)] IPersistentState<AccountDeletionState> storage,
        PublicLinks links,
        TimeProvider clock
    )
    {
        (_storage, _links, _clock) = (storage, links, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<DeletionStep>(_reminder, () => State.Pending, RemoveAsync, ExecuteAsync, DeactivateOnIdle);
    }

    private AccountDeletionState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    private IUserDataGrain User => GrainFactory.GetGrain<IUserDataGrain>(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task<AccountDeletionView> RequestAsync(Actor actor)
    {
        if (!actor.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
        if (View is { } known)
            return known;
        var user = await User.GetDataAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
        foreach (var membership in user.Memberships)
            await Company(membership.CompanyId).LeaveForDeletionAsync(Key, onlyCheck: true);
        var (now, due) = (Now, AccountDeletionRules.DueAt(user, Now, _afterRequest));
        await this.RegisterOrUpdateReminder(WhenDue, _lookEvery, _lookEvery);
        var mail = new OutgoingMail(
            $"{Key}-deletion-{now.UtcTicks}",
            user.User.Email,
            user.User.FullName,
            new AccountDeletionEmail(due),
            now + _mailUsefulFor
        );
        await SaveAsync(
            State with
            {
                RequestedAt = now,
                DueAt = due,
                Pending = State.Pending.With([.. NewsFor(user, now, due), new TellPerson(mail)]),
            }
        );
        return new AccountDeletionView(now, due);
    }

    public async Task TakeBackAsync()
    {
        if (State.RequestedAt is null)
            return;
        if (State.DueAt <= Now)
            throw new RefusedException(PrivacyErrors.DeletionDue);
        var user = await User.GetDataAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
        await SaveAsync(State with { RequestedAt = null, DueAt = null, Pending = State.Pending.With(NewsFor(user, Now, dueAt: null)) });
        await StopReminderAsync(WhenDue);
    }

    public Task<AccountDeletionView?> GetAsync() => Task.FromResult(View);

    public async Task DeleteForCompanyAsync(Actor actor, string companyId)
    {
        var user = await User.GetDataAsync();
        DeletionStep[] steps =
        [
            new DeleteInCompany(actor, companyId),
            .. EraseInDirectories(user),
            new EraseEverything(IsOwnRequest: false),
            .. CertifyFor(user, companyId),
        ];
        await SaveAsync(State with { Pending = State.Pending.With(steps) });
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName == WhenDue)
            await DeleteIfDueAsync();
        else
            await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    private AccountDeletionView? View =>
        State is { RequestedAt: { } requestedAt, DueAt: { } dueAt } ? new AccountDeletionView(requestedAt, dueAt) : null;

    private async Task DeleteIfDueAsync()
    {
        if (State.RequestedAt is null)
        {
            await StopReminderAsync(WhenDue);
            return;
        }

        var user = await User.GetDataAsync();
        if (user is not null && !AccountDeletionRules.IsDue(user, State.DueAt, Now))
            return;
        var leaving = user?.Memberships.Select(membership => new LeaveCompany(membership.CompanyId)) ?? [];
        try
        {
            // All are asked first, so that nobody is out of one company because another can't do without them.
            foreach (var membership in user?.Memberships ?? [])
                await Company(membership.CompanyId).LeaveForDeletionAsync(Key, onlyCheck: true);
            DeletionStep[] steps =
            [
                .. leaving,
                .. EraseInDirectories(user),
                new EraseEverything(IsOwnRequest: true),
                .. CertifyFor(user, companyId: null),
            ];
            await SaveAsync(State with { Pending = State.Pending.With(steps) });
        }
        catch (RefusedException)
        {
            // A company has nobody else to run it: it is tried again until ownership is handed over.
        }
    }

    private async Task<StepResult> ExecuteAsync(DeletionStep step)
    {
        switch (step)
        {
            case TellCompany(var companyId, var news):
                await Company(companyId).DeletionRequestedAsync(news);
                break;
            case TellPerson(var mail):
                await SendAsync(mail);
                break;
            case DeleteInCompany(var actor, var companyId):
                await Company(companyId).DeleteAccountAsync(actor, Key);
                break;
            case LeaveCompany(var companyId):
                await Company(companyId).LeaveForDeletionAsync(Key, onlyCheck: false);
                break;
            case EraseInDirectory(var companyId):
                await GrainFactory.GetGrain<IScimDirectoryGrain>(companyId).EraseAsync(Key);
                break;
            case EraseEverything(var isOwnRequest):
                await EraseAsync(isOwnRequest);
                break;
            case Certify certify:
                await CertifyAsync(certify);
                break;
            case SendCertificate(var mail):
                await SendAsync(mail);
                break;
            case AppendCertificate(var record):
                await GrainFactory.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);
                break;
        }

        return StepResult.Done;
    }

    // The person comes last: as long as they are there, it is not finished.
    private async Task EraseAsync(bool isOwnRequest)
    {
        if (await User.GetDataAsync() is { } user && (!isOwnRequest || user.Memberships.Count > 0))
            return;
        await GrainFactory.GetGrain<IDataExportsGrain>(Key).EraseAsync();
        await GrainFactory.GetGrain<INotificationInboxGrain>(Key).EraseAsync();
        await GrainFactory.GetGrain<ISubscriptionsGrain>(Key).EraseAsync();
        await GrainFactory.GetGrain<IPushDevicesGrain>(Key).EraseAsync();
        await GrainFactory.GetGrain<IAppearanceGrain>(Key).EraseAsync();
        await GrainFactory.GetGrain<IReleaseReadingsGrain>(Key).EraseAsync();
        await GrainFactory.GetGrain<IUserGrain>(Key).EraseAsync();
        _isErased = true;
    }

    private async Task CertifyAsync(Certify step)
    {
        if (await User.GetDataAsync() is not null)
            return;
        var certificate = CertificateRules.CertificateOf(step, _links.PublicUrl, Now);
        var signed = await GrainFactory.GetGrain<ICertificateSigningGrain>(IDeletionCertificatesGrain.TheOnly).SignAsync(certificate);
        var delivery = CertificateRules.Delivery(step, Key, certificate, signed);
        await SaveAsync(_storage, State with { Pending = [.. State.Pending.Without([step]), .. delivery] });
    }

    private async Task RemoveAsync(IReadOnlyCollection<DeletionStep> done)
    {
        if (!_isErased)
        {
            await SaveAsync(_storage, State with { Pending = State.Pending.Without(done) });
            return;
        }

        await ClearAsync(_storage);
        await StopReminderAsync(PendingReminder.Name);
        await StopReminderAsync(WhenDue);
        DeactivateOnIdle();
    }

    private Task SaveAsync(AccountDeletionState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));

    private IEnumerable<DeletionStep> NewsFor(UserData user, DateTimeOffset at, DateTimeOffset? dueAt) =>
        user.Memberships.Select(membership => new TellCompany(membership.CompanyId, new DeletionNews(Key, at, dueAt)));

    // Directories stand above the person, who can't reach them; which companies have one, nobody need know.
    private static IEnumerable<DeletionStep> EraseInDirectories(UserData? user) =>
        user?.CompanyIds.Distinct(StringComparer.Ordinal).Select(id => new EraseInDirectory(id)) ?? [];

    // The address is noted before it is erased. Whom nobody knows any more gets nothing.
    private IEnumerable<DeletionStep> CertifyFor(UserData? user, string? companyId) =>
        user is null ? [] : [new Certify(EntityId.New(_clock), user.User.Email, user.User.FullName, companyId)];

    private Task SendAsync(OutgoingMail mail) => GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail);

    private ICompanyAccountsGrain Company(string companyId) => GrainFactory.GetGrain<ICompanyAccountsGrain>(companyId);
}
