using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>A person's password, and the links to choose another.</summary>
internal sealed class Credentials(UserContext user, UserSessions sessions, SessionTokens tokens, Notices notices, MailSecrets secrets)
{
    public UserCredential? Current =>
        user.State.Email is null
            ? null
            : new UserCredential(user.State.PasswordHash, user.State.CredentialVersion)
            {
                MustChange = user.State.MustChangePassword,
                HasSecondFactor = user.State.SecondFactor is not null,
                HasPasskeys = user.State.Passkeys.Count > 0,
                OnlyPasskeysProve = UserTwoFactorRules.OnlyPasskeysProve(user.State),
            };

    public PasswordHistory? History => user.State.Email is null ? null : UserPasswordRules.HistoryOf(user.State);

    public PasswordHistory LookUpReset(TokenHash secret)
    {
        EnsureUsable(secret);
        return UserPasswordRules.HistoryOf(user.State);
    }

    public async Task<RenewedSession?> ChangeAsync(ChangePassword command)
    {
        if (user.State.Email is null || command.CredentialVersion != user.State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        UserPasswordRules.EnsureNotExpired(user.State, user.Now);
        var next = Changed(command.PasswordHash, byCompany: null, exceptSessionId: command.SessionId);
        return await tokens.RenewAsync(
            next,
            command.SessionId,
            isProof: user.State.SecondFactor is null && !UserTwoFactorRules.OnlyPasskeysProve(user.State)
        );
    }

    public async Task ResetAsync(ResetPassword command)
    {
        EnsureUsable(command.Secret);
        var next = user.State.EmailVerifiedAt is null
            ? WithNotice(EmailVerificationRules.TakenOver(user.State, command.PasswordHash, user.Now), byCompany: null)
            : Changed(command.PasswordHash, byCompany: null, exceptSessionId: null);
        if (command.RevokesApiKeys)
            next = UserRules.RevokingApiKeys(next);
        // Whoever reads the person's mail is no stranger who guesses: a lock ends, so that nobody can keep them out.
        await user.SaveAsync(next.Then(new UnlockSignIn(next.Email!)));
    }

    public async Task SetAsync(SetPassword command)
    {
        user.EnsureExists();
        if (UserPasswordRules.HasHad(user.State, command.PasswordHash))
            return;
        UserPasswordRules.EnsureTheirsAlone(user.State, command.CompanyId);
        await user.SaveAsync(Changed(command.PasswordHash, command.CompanyName, exceptSessionId: null));
    }

    public async Task SendResetAsync(SendPasswordReset command)
    {
        user.EnsureExists();
        var mailId = command.MailId;
        if (user.State.PasswordReset?.MailId == mailId)
            return;
        // The person's own wish is limited where it is asked for: what companies send must not keep them from it.
        if (command.Company is not null)
            await user.Grains.EnsureMayBeMailedAsync(user.State.Email!, mailId);
        var token = SecretToken.Create(user.Id, out var hash);
        var reset = new PasswordReset(mailId, hash, user.Now + UserPasswordRules.ResetLifetime);
        var mail = UserPasswordMail.Reset(user.State, reset, command.Company?.Name);
        var next = command.Company is { } company ? await EndingSessionsForAsync(company.Id) : user.State;
        await user.SaveAsync(
            (next with { PasswordReset = reset }).Then(new SendMail(mail, secrets.Protect(token), user.State.PasswordReset?.MailId))
        );
    }

    public Task RehashAsync(int credentialVersion, string passwordHash) =>
        user.State.Email is not null && credentialVersion == user.State.CredentialVersion
            ? user.SaveAsync(user.State with { PasswordHash = passwordHash })
            : Task.CompletedTask;

    private void EnsureUsable(TokenHash secret)
    {
        user.LeaveIfNobody();
        UserPasswordRules.EnsureUsable(user.State, secret, user.Now);
    }

    private UserState Changed(string hash, string? byCompany, string? exceptSessionId)
    {
        var byAdmin = byCompany is not null;
        var expiresAt = byAdmin ? user.Now + UserPasswordRules.InitialLifetime : (DateTimeOffset?)null;
        var next = UserPasswordRules.WithPassword(user.State, hash, mustChange: byAdmin, expiresAt);
        return WithNotice(UserRules.EndingSessions(next, exceptSessionId, SessionEndReason.PasswordChanged), byCompany);
    }

    private UserState WithNotice(UserState next, string? byCompany) =>
        notices.With(next, UserPasswordMail.Changed(user.Id, next, byCompany, user.Now), replaces: user.State.PasswordReset?.MailId);

    // A company ends the sessions that act in it, and all of them only where the account is nobody else's affair
    // (ME-5).
    private async Task<UserState> EndingSessionsForAsync(string companyId) =>
        UserRules.BelongsTo(user.State, companyId)
            ? UserRules.EndingSessions(user.State, exceptSessionId: null, SessionEndReason.Revoked)
            : UserRules.EndingSessions(user.State, await sessions.LiveInAsync(companyId), SessionEndReason.Revoked);
}
