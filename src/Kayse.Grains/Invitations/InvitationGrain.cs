using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Retention;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Invitations;

[GrainType("invitation")]
internal sealed class InvitationGrain : DurableGrain, IInvitationGrain, IRemindable
{
    private const string Expiry = "expiry";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(5);

    private readonly IPersistentState<InvitationState> _storage;
    private readonly TimeProvider _clock;
    private readonly InvitationSteps _executor;
    private readonly PendingSteps<InvitationStep> _steps;

    public InvitationGrain(
        [PersistentState("invitation", Storage)] IPersistentState<InvitationState> storage,
        IGrainContext context,
        IGrainFactory grains,
        MailSecrets secrets,
        TimeProvider clock
    )
    {
        (_storage, _clock) = (storage, clock);
        var id = context.GrainId.Key.ToString()!;
        _executor = new InvitationSteps(id, () => State, next => SaveAsync(_storage, next), grains, secrets);
        // No reminder of its own: until a change is done, the company or the expiry reminder calls again.
        var reminder = new PendingReminder(() => Task.CompletedTask, () => Task.CompletedTask, () => true);
        _steps = new PendingSteps<InvitationStep>(
            reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            _executor.ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private InvitationState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task<InvitationView> CreateAsync(CreateInvitation command)
    {
        if (State.CompanyId is null)
        {
            await EnsureNextMailMayGoAsync(command.Details);
            var state = new InvitationState
            {
                CompanyId = command.CompanyId,
                CompanyName = command.CompanyName,
                InvitedBy = command.InvitedBy,
                Details = command.Details,
                CreatedAt = Now,
            };
            await SendAsync(state, command.Lifetime, AuditActions.InvitationCreated, command.By);
        }

        return await ViewAsync();
    }

    public async Task<InvitationView?> SettleAsync()
    {
        if (State.CompanyId is null)
        {
            DeactivateOnIdle();
            return null;
        }

        // Of the writes of a sending that was interrupted, the reminder's may be the only one that was made.
        if (InvitationRules.StatusOf(State, Now) == InvitationStatus.Pending)
            await RemindAtAsync(State.ExpiresAt);
        return await ViewAsync();
    }

    public async Task<InvitationView?> GetAsync() => State.CompanyId is null ? null : await ViewAsync();

    public Task<InvitationPreview> LookUpAsync(TokenHash secret)
    {
        // Anybody can ask for any id: one that nobody has must not stay in memory.
        if (State.CompanyId is null)
            DeactivateOnIdle();
        InvitationRules.EnsureUsable(State, secret, Now);
        var details = State.Details!;
        return Task.FromResult(
            new InvitationPreview(State.CompanyId!, State.CompanyName, details.Email, details.FullName, details.Role, State.ExpiresAt)
            {
                InvitedBy = State.InvitedBy?.FullName,
                ProvesAddress = InvitationRules.ProvesAddress(State, secret),
            }
        );
    }

    public async Task<InvitationView> UpdateAsync(InvitationDetails details, TimeSpan lifetime, AuditOrigin by)
    {
        InvitationRules.EnsureChangeable(State, Now);
        var next = State with { Details = details, InvitedBy = InviterOf(by) };
        if (State.Details!.Email == details.Email)
        {
            await ChangeAsync(next, AuditActions.InvitationUpdated, by);
        }
        else
        {
            await EnsureNextMailMayGoAsync(details);
            await SendAsync(next, lifetime, AuditActions.InvitationUpdated, by);
        }

        return await ViewAsync();
    }

    public async Task<InvitationView> ResendAsync(TimeSpan lifetime, AuditOrigin by)
    {
        InvitationRules.EnsureSendable(State);
        await EnsureNextMailMayGoAsync(State.Details!);
        await RecordExpiryAsync();
        await SendAsync(State with { InvitedBy = InviterOf(by) }, lifetime, AuditActions.InvitationResent, by);
        return await ViewAsync();
    }

    public async Task<InvitationLink> CreateLinkAsync(AuditOrigin by)
    {
        InvitationRules.EnsureChangeable(State, Now);
        var token = SecretToken.Create(Key, out var hash);
        await ChangeAsync(State with { CopiedTokenHash = hash, InvitedBy = InviterOf(by) }, AuditActions.InvitationLinkCopied, by);
        return new InvitationLink(await ViewAsync(), token);
    }

    public async Task RevokeAsync(AuditOrigin by)
    {
        if (State.Ended == InvitationStatus.Revoked)
            return;
        InvitationRules.EnsureSendable(State);
        await EndAsync(InvitationStatus.Revoked, AuditActions.InvitationRevoked, by);
    }

    public async Task<InvitationAcceptance> BeginAcceptanceAsync(TokenHash secret, NewPerson? newPerson, string userId, string? ipAddress)
    {
        InvitationRules.EnsureUsable(State, secret, Now);
        var acceptance = new InvitationAcceptance(userId, newPerson, State.Details!, State.InvitedBy!, ipAddress)
        {
            ProvesAddress = InvitationRules.ProvesAddress(State, secret),
        };
        await SaveAsync(_storage, State with { Acceptance = acceptance });
        return acceptance;
    }

    public Task<InvitationAcceptance?> GetAcceptanceAsync() => Task.FromResult(State.Acceptance);

    public async Task CompleteAcceptanceAsync()
    {
        if (State.Acceptance is null)
            return;
        var ended = InvitationRules.EndedAs(State, InvitationStatus.Accepted, Now);
        await SaveAsync(_storage, ended with { Version = ended.Version + 1 });
    }

    public async Task CancelAcceptanceAsync()
    {
        if (State.Acceptance is not null)
            await SaveAsync(_storage, State with { Acceptance = null });
    }

    public async Task DeclineAsync(TokenHash secret, AuditOrigin by)
    {
        InvitationRules.EnsureUsable(State, secret, Now);
        await EndAsync(InvitationStatus.Declined, AuditActions.InvitationDeclined, by);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (State.CompanyId is not null && Now < State.ExpiresAt)
        {
            await RemindAtAsync(State.ExpiresAt);
            return;
        }

        var forgottenAt = State.CompanyId is { } companyId ? await ForgottenAtAsync(companyId) : Now;
        if (Now < forgottenAt)
        {
            await RecordExpiryAsync();
            await RemindAtAsync(InvitationRules.CheckedAt(forgottenAt, Now));
        }
        else
        {
            await ClearAsync(_storage);
            await StopReminderAsync(Expiry);
            DeactivateOnIdle();
        }
    }

    private async Task<DateTimeOffset> ForgottenAtAsync(string companyId)
    {
        var keptDays = await GrainFactory.GetGrain<IRetentionGrain>(companyId).GetDaysAsync(RetentionKind.EndedInvitations);
        return InvitationRules.ForgottenAt(State.EndedAt, State.ExpiresAt, keptDays);
    }

    private Task SendAsync(InvitationState next, TimeSpan lifetime, string action, AuditOrigin by)
    {
        var token = SecretToken.Create(Key, out var hash);
        var sent = InvitationRules.Sent(next, hash, lifetime, Now);
        var record = InvitationAudit.RecordOf(sent, State.CompanyId is null ? null : State, Key, action, by, _clock);
        var mailing = _executor.Mail(token, record);
        var pending = State.Sendings > 0 ? State.Pending.With(new WithdrawMail(_executor.MailId), mailing) : State.Pending.With(mailing);
        return _steps.SaveAsync(
            pending,
            () =>
                Task.WhenAll(
                    RemindAtAsync(sent.ExpiresAt),
                    SaveAsync(_storage, sent with { Version = State.Version + 1, Pending = pending })
                )
        );
    }

    private Task EndAsync(InvitationStatus status, string action, AuditOrigin by) =>
        ChangeAsync(InvitationRules.EndedAs(State, status, Now), action, by, new WithdrawMail(_executor.MailId));

    private async Task RecordExpiryAsync()
    {
        if (InvitationRules.IsExpiryUnrecorded(State, Now))
            await ChangeAsync(
                State with
                {
                    ExpiryRecorded = State.ExpiresAt,
                },
                AuditActions.InvitationExpired,
                AuditOrigin.Nobody,
                new WithdrawMail(_executor.MailId)
            );
    }

    private Task ChangeAsync(InvitationState next, string action, AuditOrigin by, params IEnumerable<InvitationStep> steps)
    {
        var record = InvitationAudit.RecordOf(next, State, Key, action, by, _clock);
        var changed = next with { Version = State.Version + 1, Pending = State.Pending.With([new RecordInAuditLog(record), .. steps]) };
        return _steps.SaveAsync(changed.Pending, () => SaveAsync(_storage, changed));
    }

    private Task EnsureNextMailMayGoAsync(InvitationDetails details) =>
        GrainFactory.EnsureMayBeMailedAsync(details.Email, _executor.NextMailId);

    // Whoever sends or changes it answers for what it gives.
    private Inviter InviterOf(AuditOrigin by) => by.Actor.UserId is { } userId ? new Inviter(userId, by.Actor.Name) : State.InvitedBy!;

    private async Task<InvitationView> ViewAsync() => InvitationRules.ViewOf(Key, State, await _executor.GetDeliveryAsync(), Now);

    private Task<IGrainReminder> RemindAtAsync(DateTimeOffset at) => this.RegisterOrUpdateReminder(Expiry, DueIn(at - Now), _retry);
}
