using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public Task<TwoFactorView> GetTwoFactorAsync()
    {
        EnsureKnown();
        return Task.FromResult(UserTwoFactorRules.ViewOf(State));
    }

    public async Task<TwoFactorSetup> SetUpTwoFactorAsync()
    {
        EnsureKnown();
        if (State.SecondFactor is not null)
            throw new RefusedException(TwoFactorErrors.AlreadyEnabled);
        var secret = TimeBasedCodes.NewSecret();
        var pending = new PendingSecondFactor(twoFactorSecrets.Protect(Key, secret), Now + SecondFactorRules.SetupLifetime);
        await SaveAsync(storage, State with { PendingSecondFactor = pending });
        var uri = TimeBasedCodes.Uri(UserTwoFactorRules.Issuer, State.Email!, secret);
        return new TwoFactorSetup(TimeBasedCodes.Base32(secret), uri, pending.ExpiresAt);
    }

    public async Task<TwoFactorEnabled> EnableTwoFactorAsync(EnableTwoFactor command)
    {
        var pending = PendingSecondFactor();
        var secret =
            twoFactorSecrets.Unprotect(Key, pending.ProtectedSecret, out _) ?? throw new RefusedException(TwoFactorErrors.NotSetUp);
        var step =
            TimeBasedCodes.Match(secret, command.Code, Now, lastStep: 0) ?? throw new RefusedException(TwoFactorErrors.InvalidCode);
        await FinishAsync();
        var (codes, hashes) = BackupCodes.Create();
        var factor = new SecondFactor(pending.ProtectedSecret, Now, step, hashes);
        var session = await ReplaceTokenAsync(
            WithSecondFactor(factor, MailTemplates.TwoFactorEnabled, command.SessionId),
            command.SessionId,
            isProof: true
        );
        return new TwoFactorEnabled(codes, session);
    }

    public async Task<RenewedSession?> DisableTwoFactorAsync(DisableTwoFactor command)
    {
        EnsureHasSecondFactor();
        if (command.CredentialVersion != State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        // The code needn't be noted as used: what it is a code of goes.
        if (Spent(command.Code) is null)
            throw new RefusedException(TwoFactorErrors.InvalidCode);
        await FinishAsync();
        return await ReplaceTokenAsync(
            WithSecondFactor(factor: null, MailTemplates.TwoFactorDisabled, command.SessionId),
            command.SessionId,
            isProof: true
        );
    }

    public async Task<IReadOnlyList<string>> RenewBackupCodesAsync()
    {
        EnsureHasSecondFactor();
        await FinishAsync();
        var (codes, hashes) = BackupCodes.Create();
        var next = UserTwoFactorRules.WithBackupCodes(State, hashes);
        await SaveAndFinishAsync(WithNotice(next, UserTwoFactorMail.Changed(Key, next, MailTemplates.BackupCodesRenewed, Now)));
        return codes;
    }

    /// <summary>
    /// The person after a code of theirs was used, with the notice when backup codes run out; null when it is no code
    /// of theirs, or was used before.
    /// </summary>
    private UserState? Spent(string code)
    {
        if (State.SecondFactor is not { } factor)
            return null;
        var secret = twoFactorSecrets.Unprotect(Key, factor.ProtectedSecret, out var isStale);
        if (SecondFactorRules.Spend(factor, secret, code, Now) is not { } spent)
            return null;
        if (secret is not null && isStale)
            spent = spent with { ProtectedSecret = twoFactorSecrets.Protect(Key, secret) };
        var (next, left) = (State with { SecondFactor = spent }, spent.BackupCodes.Count);
        return left < factor.BackupCodes.Count && left <= SecondFactorRules.FewBackupCodes
            ? next with
            {
                Mails = [.. next.Mails, UserTwoFactorMail.FewBackupCodes(Key, next, left, Now)],
            }
            : next;
    }

    private UserState WithSecondFactor(SecondFactor? factor, string notice, string exceptSessionId)
    {
        var next = UserTwoFactorRules.WithSecondFactor(State, factor);
        return WithNotice(
            next with
            {
                Ending = UserRules.Ending(State, exceptSessionId, SessionEndReason.TwoFactorChanged),
                Announcing = [.. State.Announcing, .. UserTwoFactorAudit.Of(Key, State, next, clock)],
            },
            UserTwoFactorMail.Changed(Key, next, notice, Now),
            secondFactorOf: factor?.EnabledAt
        );
    }

    private PendingSecondFactor PendingSecondFactor()
    {
        EnsureKnown();
        if (State.SecondFactor is not null)
            throw new RefusedException(TwoFactorErrors.AlreadyEnabled);
        return State.PendingSecondFactor is { } pending && Now < pending.ExpiresAt
            ? pending
            : throw new RefusedException(TwoFactorErrors.NotSetUp);
    }

    private void EnsureHasSecondFactor()
    {
        EnsureKnown();
        if (State.SecondFactor is null)
            throw new RefusedException(TwoFactorErrors.NotEnabled);
    }
}
