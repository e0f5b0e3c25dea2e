using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <remarks>
/// A change of the password is stored in one write with all that has to follow from it: sessions to end, a token to
/// replace, mail to send. Then that is done, and noted as done. Each step may be repeated, so after a crash they are
/// all done again.
/// </remarks>
internal sealed partial class UserGrain
{
    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<PasswordHistory?> GetPasswordHistoryAsync() =>
        Task.FromResult(State.Email is null ? null : UserPasswordRules.HistoryOf(State));

    public Task<PasswordHistory> LookUpPasswordResetAsync(TokenHash secret)
    {
        EnsureUsable(secret);
        return Task.FromResult(UserPasswordRules.HistoryOf(State));
    }

    public async Task<RenewedSession?> ChangePasswordAsync(ChangePassword command)
    {
        if (State.Email is null || command.CredentialVersion != State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        await FinishAsync();
        var next = Changed(command.PasswordHash, byCompany: null, exceptSessionId: command.SessionId);
        return await ReplaceTokenAsync(next, command.SessionId, isProof: State.SecondFactor is null);
    }

    public async Task ResetPasswordAsync(ResetPassword command)
    {
        EnsureUsable(command.Secret);
        await FinishAsync();
        var next = State.EmailVerifiedAt is null
            ? WithPasswordNotice(EmailVerificationRules.TakenOver(State, command.PasswordHash, Now), byCompany: null)
            : Changed(command.PasswordHash, byCompany: null, exceptSessionId: null);
        if (command.RevokesApiKeys)
            next = next with { KeysToRevoke = [.. State.ApiKeys.Select(key => key.Id)] };
        // Whoever reads the person's mail is no stranger who guesses: a lock ends, so that nobody can keep them out.
        await SaveAndFinishAsync(next with { Unlocking = true });
    }

    public async Task SetPasswordAsync(SetPassword command)
    {
        EnsureKnown();
        await FinishAsync();
        if (UserPasswordRules.HasHad(State, command.PasswordHash))
            return;
        UserPasswordRules.EnsureTheirsAlone(State, command.CompanyId);
        await SaveAndFinishAsync(Changed(command.PasswordHash, command.CompanyName, exceptSessionId: null));
    }

    public async Task SendPasswordResetAsync(SendPasswordReset command)
    {
        EnsureKnown();
        await FinishAsync();
        var mailId = command.MailId;
        if (State.PasswordReset?.MailId == mailId)
            return;
        // The person's own wish is limited where it is asked for: what companies send must not keep them from it.
        if (command.Company is not null)
            await GrainFactory.EnsureMayBeMailedAsync(State.Email!, mailId);
        var token = SecretToken.Create(Key, out var hash);
        var reset = new PasswordReset(mailId, hash, Now + UserPasswordRules.ResetLifetime);
        var mail = UserPasswordMail.Reset(State, reset, command.Company?.Name);
        await SaveAndFinishAsync(
            State with
            {
                PasswordReset = reset,
                Ending = command.Company is { } company ? await EndingForAsync(company.Id) : null,
                Mails = [new MailToHandOver(mail, mailSecrets.Protect(token), State.PasswordReset?.MailId)],
            }
        );
    }

    public Task RehashPasswordAsync(int credentialVersion, string passwordHash) =>
        State.Email is not null && credentialVersion == State.CredentialVersion
            ? SaveAsync(storage, State with { PasswordHash = passwordHash })
            : Task.CompletedTask;

    private void EnsureKnown()
    {
        if (State.Email is null)
            throw new RefusedException(GeneralErrors.NotFound);
    }

    private void EnsureUsable(TokenHash secret)
    {
        // Anybody can ask for any id: one that nobody has must not stay in memory.
        if (State.Email is null)
            DeactivateOnIdle();
        UserPasswordRules.EnsureUsable(State, secret, Now);
    }

    private UserState Changed(string hash, string? byCompany, string? exceptSessionId) =>
        WithPasswordNotice(
            UserPasswordRules.WithPassword(State, hash, mustChange: byCompany is not null) with
            {
                Ending = UserRules.Ending(State, exceptSessionId, SessionEndReason.PasswordChanged),
            },
            byCompany
        );

    private UserState WithPasswordNotice(UserState next, string? byCompany) =>
        WithNotice(next, UserPasswordMail.Changed(Key, next, byCompany, Now), replaces: State.PasswordReset?.MailId);

    // A company ends the sessions that act in it, and all of them only where the account is nobody else's affair
    // (ME-5).
    private async Task<EndingSessions?> EndingForAsync(string companyId)
    {
        if (UserRules.BelongsTo(State, companyId))
            return UserRules.Ending(State, exceptSessionId: null, SessionEndReason.Revoked);
        var there = (await LiveSessionsAsync()).Where(session => session.CompanyId == companyId);
        List<string> ids = [.. there.Select(session => session.Id)];
        return ids.Count == 0 ? null : new EndingSessions(ids, SessionEndReason.Revoked);
    }

    /// <summary>
    /// Stores a change and gives the session in which it was made another token; null when that ended meanwhile.
    /// </summary>
    /// <param name="next">The person after it.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="isProof">Whether they proved with it who they are (SE-6): who has a second factor does so by a code
    /// alone.</param>
    private async Task<RenewedSession?> ReplaceTokenAsync(UserState next, string sessionId, bool isProof)
    {
        var token = SecretToken.Create(sessionId, out var hash);
        var term = await SaveAndFinishAsync(
            next with
            {
                Replacing = new TokenReplacement(sessionId, hash, isProof ? Now.UtcDateTime : null),
            }
        );
        return term is null ? null : Renewed(sessionId, token, term);
    }

    /// <summary>
    /// Stores a change with what has to follow from it, and does that; a crash in between leaves it to the reminder.
    /// </summary>
    private async Task<SessionTerm?> SaveAndFinishAsync(UserState next)
    {
        await WillFinishAsync();
        await SaveAsync(storage, next);
        var term = await FinishAsync();
        await StopFinishingAsync();
        return term;
    }

    private Task<IGrainReminder> WillFinishAsync() => this.RegisterOrUpdateReminder(FinishEnding, _retry, _retry);

    private Task StopFinishingAsync() => UserRules.IsFinished(State) ? StopReminderAsync(FinishEnding) : Task.CompletedTask;

    // Answers how long the session lasts whose token was replaced, if any was and is live.
    private async Task<SessionTerm?> FinishAsync()
    {
        await FinishEndingAsync();
        await FinishRevokingKeysAsync();
        await FinishProfileAsync();
        await FinishLimitingAsync();
        if (State.Replacing is null && State.Mails.Count == 0 && State.Announcing.Count == 0 && !State.Unlocking)
            return null;
        var term = State.Replacing is { } replacing ? await ReplaceTokenAsync(replacing) : null;
        if (State.Unlocking)
            await AccountGuard(State.Email!).ClearAsync();
        foreach (var mail in State.Mails)
            await HandOverAsync(mail);
        foreach (var account in State.Announcing)
            await GrainFactory.GetGrain<IAuditLogGrain>(account.CompanyId).AppendAsync([account]);
        await SaveAsync(storage, State with { Replacing = null, Unlocking = false, Mails = [], Announcing = [] });
        return term;
    }

    // Who the session acts as may be another after the change: with a second factor it has nothing to wait for.
    private async Task<SessionTerm?> ReplaceTokenAsync(TokenReplacement replacing)
    {
        var session = Session(replacing.SessionId);
        var membership = await session.GetAsync() is { } view ? UserRules.ActiveMembership(State, view.CompanyId) : null;
        var principal = membership is null ? null : UserRules.PrincipalOf(Key, State, membership);
        return await session.RenewAsync(
            new RenewSession(replacing.TokenHash)
            {
                Principal = principal,
                Restriction = UserPasswordRules.RestrictionOf(State),
                ProvedAt = replacing.ProvedAt,
            }
        );
    }

    private async Task HandOverAsync(MailToHandOver mail)
    {
        if (mail.Replaces is { } replaced)
            await Outbox(replaced).WithdrawAsync(replaced);
        var secret = mail.ProtectedSecret is { } hidden ? mailSecrets.Unprotect(hidden) : null;
        // When the keys are lost the link is too: the person asks for another.
        if (secret is not null || mail.ProtectedSecret is null)
            await Outbox(mail.Mail.Id).EnqueueAsync(mail.Mail with { Secret = secret });
    }

    private IOutboxGrain Outbox(string mailId) => GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(mailId));
}
