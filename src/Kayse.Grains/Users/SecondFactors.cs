using Kayse.Grains.Errors;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>A person's second factor and its codes.</summary>
internal sealed class SecondFactors(UserContext user, SessionTokens tokens, Notices notices, TwoFactorSecrets secrets)
{
    public TwoFactorView View
    {
        get
        {
            user.EnsureExists();
            return UserTwoFactorRules.ViewOf(user.State);
        }
    }

    public async Task<TwoFactorSetup> SetUpAsync()
    {
        EnsureHasNone();
        var secret = TimeBasedCodes.NewSecret();
        var pending = new PendingSecondFactor(secrets.Protect(user.Id, secret), user.Now + SecondFactorRules.SetupLifetime);
        await user.SaveAsync(user.State with { PendingSecondFactor = pending });
        var uri = TimeBasedCodes.Uri(UserTwoFactorRules.Issuer, user.State.Email!, secret);
        return new TwoFactorSetup(TimeBasedCodes.Base32(secret), uri, pending.ExpiresAt);
    }

    public async Task<TwoFactorEnabled> EnableAsync(EnableTwoFactor command)
    {
        EnsureHasNone();
        if (
            user.State.PendingSecondFactor is not { } pending
            || user.Now >= pending.ExpiresAt
            || secrets.Unprotect(user.Id, pending.ProtectedSecret, out _) is not { } secret
        )
            throw new RefusedException(TwoFactorErrors.NotSetUp);
        var step =
            TimeBasedCodes.Match(secret, command.Code, user.Now, lastStep: 0) ?? throw new RefusedException(TwoFactorErrors.InvalidCode);
        var (codes, hashes) = BackupCodes.Create();
        var factor = new SecondFactor(pending.ProtectedSecret, user.Now, step, hashes);
        var next = Changed(factor, TwoFactorChange.Enabled, command.SessionId);
        return new TwoFactorEnabled(codes, await tokens.RenewAsync(next, command.SessionId, isProof: true));
    }

    public async Task<RenewedSession?> DisableAsync(DisableTwoFactor command)
    {
        EnsureHasOne();
        if (command.CredentialVersion != user.State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        // The code needn't be noted as used: what it is a code of goes.
        if (WithUsedCode(command.Code) is null)
            throw new RefusedException(TwoFactorErrors.InvalidCode);
        var next = Changed(factor: null, TwoFactorChange.Disabled, command.SessionId);
        return await tokens.RenewAsync(next, command.SessionId, isProof: true);
    }

    public async Task<IReadOnlyList<string>> RenewBackupCodesAsync()
    {
        EnsureHasOne();
        var (codes, hashes) = BackupCodes.Create();
        var next = UserTwoFactorRules.WithBackupCodes(user.State, hashes);
        await user.SaveAsync(notices.With(next, UserTwoFactorMail.Changed(user.Id, next, TwoFactorChange.BackupCodesRenewed, user.Now)));
        return codes;
    }

    /// <summary>
    /// The person after a code of theirs was used, with the notice when backup codes run out; null when it is no code
    /// of theirs, or was used before.
    /// </summary>
    public UserState? WithUsedCode(string code)
    {
        if (user.State.SecondFactor is not { } factor)
            return null;
        var secret = secrets.Unprotect(user.Id, factor.ProtectedSecret, out var isStale);
        if (SecondFactorRules.Use(factor, secret, code, user.Now) is not { } used)
            return null;
        if (secret is not null && isStale)
            used = used with { ProtectedSecret = secrets.Protect(user.Id, secret) };
        var (next, left) = (user.State with { SecondFactor = used, SecondFactorUsedAt = user.Now }, used.BackupCodes.Count);
        return left < factor.BackupCodes.Count && left <= SecondFactorRules.FewBackupCodes
            ? next.Then(new SendMail(UserTwoFactorMail.FewBackupCodes(user.Id, next, left, user.Now)))
            : next;
    }

    private UserState Changed(SecondFactor? factor, TwoFactorChange change, string exceptSessionId)
    {
        var next = UserTwoFactorRules.WithSecondFactor(user.State, factor) with { SecondFactorUsedAt = factor is null ? null : user.Now };
        var ending = UserRules.EndingSessions(next, exceptSessionId, SessionEndReason.TwoFactorChanged);
        return notices
            .With(ending, UserTwoFactorMail.Changed(user.Id, next, change, user.Now), secondFactorOf: factor?.EnabledAt)
            .Then(UserTwoFactorAudit.Of(user.Id, user.State, next, user.Clock));
    }

    private void EnsureHasNone()
    {
        user.EnsureExists();
        if (user.State.SecondFactor is not null)
            throw new RefusedException(TwoFactorErrors.AlreadyEnabled);
    }

    private void EnsureHasOne()
    {
        user.EnsureExists();
        if (user.State.SecondFactor is null)
            throw new RefusedException(TwoFactorErrors.NotEnabled);
    }
}
