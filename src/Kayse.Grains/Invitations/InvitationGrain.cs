using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Invitations;

// Over 200 lines because it is one state machine: the order of the writes in its steps is what survives a crash, and
// has to be read together.
[GrainType("invitation")]
internal sealed class InvitationGrain(
    [PersistentState("invitation", DurableGrain.Storage)] IPersistentState<InvitationState> storage,
    IDataProtectionProvider protection,
    TimeProvider clock
) : DurableGrain, IInvitationGrain, IRemindable
{
    private const string Expiry = "expiry";
    private const string Protection = "kayse.invitation.v1";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(5);

    private InvitationState State => storage.State;

    private DateTimeOffset Now => clock.GetUtcNow();

    private string MailId => MailIdOf(State.Sendings);

    public override Task OnActivateAsync(CancellationToken cancellationToken) => FinishAnnouncingAsync();

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

        if (InvitationRules.StatusOf(State, Now) != InvitationStatus.Pending)
            await WithdrawMailAsync(MailId);
        else
            await FinishSendingAsync();
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
            }
        );
    }

    public async Task<InvitationView> UpdateAsync(InvitationDetails details, TimeSpan lifetime, AuditOrigin by)
    {
        InvitationRules.EnsureChangeable(State, Now);
        var before = State.Details!;
        var sendAgain = before.Email != details.Email;
        if (sendAgain)
            await EnsureNextMailMayGoAsync(details);
        var next = State with { Details = details, InvitedBy = InviterOf(by) };
        await (
            sendAgain
                ? SendAsync(next, lifetime, AuditActions.InvitationUpdated, by)
                : ChangeAsync(next, AuditActions.InvitationUpdated, by)
        );
        return await ViewAsync();
    }

    public async Task<InvitationView> ResendAsync(TimeSpan lifetime, AuditOrigin by)
    {
        InvitationRules.EnsureSendable(State);
        await EnsureNextMailMayGoAsync(State.Details!);
        await SendAsync(WithExpiryTold() with { InvitedBy = InviterOf(by) }, lifetime, AuditActions.InvitationResent, by);
        return await ViewAsync();
    }

    public async Task RevokeAsync(AuditOrigin by)
    {
        if (State.Ended != InvitationStatus.Revoked)
        {
            InvitationRules.EnsureSendable(State);
            await EndAsync(InvitationStatus.Revoked, AuditActions.InvitationRevoked, by);
        }

        await WithdrawMailAsync(MailId);
    }

    public async Task<InvitationAcceptance> BeginAcceptanceAsync(TokenHash secret, NewPerson? newPerson, string userId, string? ipAddress)
    {
        InvitationRules.EnsureUsable(State, secret, Now);
        var acceptance = new InvitationAcceptance(userId, newPerson, State.Details!, State.InvitedBy!, ipAddress);
        await SaveAsync(storage, State with { Acceptance = acceptance });
        return acceptance;
    }

    public Task<InvitationAcceptance?> GetAcceptanceAsync() => Task.FromResult(State.Acceptance);

    public async Task CompleteAcceptanceAsync()
    {
        if (State.Acceptance is null)
            return;
        var ended = InvitationRules.EndedAs(State, InvitationStatus.Accepted, Now);
        await SaveAsync(storage, ended with { Version = ended.Version + 1 });
    }

    public async Task CancelAcceptanceAsync()
    {
        if (State.Acceptance is not null)
            await SaveAsync(storage, State with { Acceptance = null });
    }

    public async Task DeclineAsync(TokenHash secret, AuditOrigin by)
    {
        InvitationRules.EnsureUsable(State, secret, Now);
        await EndAsync(InvitationStatus.Declined, AuditActions.InvitationDeclined, by);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var forgetAt = InvitationRules.ForgottenAt(State.EndedAt, State.ExpiresAt);
        if (State.CompanyId is not null && Now < State.ExpiresAt)
            await RemindAtAsync(State.ExpiresAt);
        else if (State.CompanyId is not null && Now < forgetAt)
            await ExpireAsync(forgetAt);
        else
            await ForgetAsync();
    }

    private async Task ExpireAsync(DateTimeOffset forgetAt)
    {
        if (InvitationRules.StatusOf(State, Now) == InvitationStatus.Expired)
        {
            if (InvitationRules.IsExpiryUntold(State, Now))
                await SaveAsync(storage, WithExpiryTold());
            await WithdrawMailAsync(MailId);
            await FinishAnnouncingAsync();
        }

        await RemindAtAsync(forgetAt);
    }

    private async Task ForgetAsync()
    {
        await ClearAsync(storage);
        await StopReminderAsync(Expiry);
        DeactivateOnIdle();
    }

    // Stored first, then handed over, then noted as handed over: a crash in between leaves a mail to send (again),
    // never a mail without an invitation.
    private async Task SendAsync(InvitationState state, TimeSpan lifetime, string action, AuditOrigin by)
    {
        var token = SecretToken.Create(Key, out var hash);
        var next = InvitationRules
            .Sent(state, hash, Protect(token), lifetime, Now)
            .Accounted(State.CompanyId is null ? null : State, Key, action, by, clock);
        var previous = state.Sendings > 0 ? MailId : null;
        await Task.WhenAll(RemindAtAsync(next.ExpiresAt), SaveAsync(storage, next));
        if (previous is not null)
            await WithdrawMailAsync(previous);
        await HandOverAsync(token);
    }

    // Of the writes of a sending that was interrupted any may have been made: what hangs on the instant of expiry is
    // brought to the one that is stored.
    private async Task FinishSendingAsync()
    {
        await RemindAtAsync(State.ExpiresAt);
        if (State.HandedOver)
            return;
        await WithdrawMailAsync(MailIdOf(State.Sendings - 1));
        await HandOverAsync(Unprotect(State.ProtectedToken!) ?? await ReplaceTokenAsync());
    }

    // The keys are lost: the link that may be under way already can't be made again.
    private async Task<string> ReplaceTokenAsync()
    {
        await WithdrawMailAsync(MailId);
        var token = SecretToken.Create(Key, out var hash);
        await SaveAsync(storage, State with { TokenHash = hash, ProtectedToken = Protect(token), Sendings = State.Sendings + 1 });
        return token;
    }

    private async Task HandOverAsync(string token)
    {
        await Task.WhenAll(Outbox(MailId).EnqueueAsync(InvitationMail.For(State, MailId), token), AnnounceAsync());
        await SaveAsync(storage, State with { HandedOver = true, ProtectedToken = null, Announcing = [] });
    }

    private Task EndAsync(InvitationStatus status, string action, AuditOrigin by) =>
        ChangeAsync(InvitationRules.EndedAs(State, status, Now), action, by);

    private async Task ChangeAsync(InvitationState next, string action, AuditOrigin by)
    {
        await SaveAsync(storage, next.Accounted(State, Key, action, by, clock));
        await FinishAnnouncingAsync();
    }

    private async Task FinishAnnouncingAsync()
    {
        await AnnounceAsync();
        if (State.Announcing.Count > 0)
            await SaveAsync(storage, State with { Announcing = [] });
    }

    // What the log did not take the next activation gives it again.
    private async Task AnnounceAsync()
    {
        if (State.Announcing.Count == 0)
            return;
        try
        {
            await GrainFactory.GetGrain<IAuditLogGrain>(State.CompanyId!).AppendAsync(State.Announcing);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private InvitationState WithExpiryTold() =>
        InvitationRules.IsExpiryUntold(State, Now)
            ? (State with { ExpiryTold = State.ExpiresAt }).Accounted(
                State,
                Key,
                AuditActions.InvitationExpired,
                AuditOrigin.Nobody,
                clock
            )
            : State;

    private Task EnsureNextMailMayGoAsync(InvitationDetails details) =>
        GrainFactory.EnsureMayBeMailedAsync(details.Email, MailIdOf(State.Sendings + 1));

    private byte[] Protect(string token) => protection.CreateProtector(Protection).Protect(Encoding.UTF8.GetBytes(token));

    private string? Unprotect(byte[] token)
    {
        try
        {
            return Encoding.UTF8.GetString(protection.CreateProtector(Protection).Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string MailIdOf(int sendings) => string.Create(CultureInfo.InvariantCulture, $"{Key}-{sendings}");

    private Task WithdrawMailAsync(string mailId) => Outbox(mailId).WithdrawAsync(mailId);

    private IOutboxGrain Outbox(string mailId) => GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(mailId));

    // Whoever sends or changes it stands for what it gives.
    private Inviter InviterOf(AuditOrigin by) => by.Actor.UserId is { } userId ? new Inviter(userId, by.Actor.Name) : State.InvitedBy!;

    private async Task<InvitationView> ViewAsync() =>
        new(
            Key,
            State.Details!,
            InvitationRules.StatusOf(State, Now),
            State.InvitedBy!,
            State.CreatedAt,
            State.SentAt,
            State.ExpiresAt,
            await DeliveryAsync()
        )
        {
            Version = State.Version,
            EndedAt = State.EndedAt,
        };

    // A mail that the outbox took and no longer has was sent.
    private async Task<MailDelivery> DeliveryAsync() =>
        State.HandedOver ? await Outbox(MailId).GetDeliveryAsync(MailId) ?? MailDelivery.Sent : MailDelivery.Queued;

    private Task<IGrainReminder> RemindAtAsync(DateTimeOffset at) => this.RegisterOrUpdateReminder(Expiry, DueIn(at - Now), _retry);
}
