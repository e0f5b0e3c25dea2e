using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task VerifyEmailAsync(TokenHash secret)
    {
        LeaveIfNobody();
        EmailVerificationRules.EnsureUsable(State, secret, Now);
        if (State.EmailVerifiedAt is null)
            await SaveAsync(storage, EmailVerificationRules.Verified(State, Now));
    }

    public async Task VerifyEmailByCodeAsync(string code)
    {
        EnsureKnown();
        if (State.EmailVerifiedAt is not null)
            return;
        var verification = EmailVerificationRules.UsableByCode(State, Now);
        if (EmailVerificationRules.IsCode(mailSecrets.Unprotect(verification.ProtectedCode), code))
        {
            await SaveAsync(storage, EmailVerificationRules.Verified(State, Now));
            return;
        }

        await SaveAsync(storage, EmailVerificationRules.WithWrongCode(State, verification));
        throw new RefusedException(EmailVerificationErrors.WrongCode);
    }

    public async Task ResendEmailVerificationAsync(string id)
    {
        EnsureKnown();
        await FinishAsync();
        var mailId = VerificationMailId(id);
        if (State.EmailVerifiedAt is not null || State.EmailVerification?.MailId == mailId)
            return;
        await GrainFactory.EnsureMayBeMailedAsync(State.Email!, mailId);
        await SaveAndFinishAsync(WithVerification(State, mailId));
    }

    public Task EmailProvedAsync(string email) =>
        State.EmailVerifiedAt is null && State.Email == email
            ? SaveAsync(storage, EmailVerificationRules.Verified(State, Now))
            : Task.CompletedTask;

    public Task<bool> IsEmailVerifiedAsync() => Task.FromResult(State.EmailVerifiedAt is not null);

    // Null when the address has had too many mails: it can be asked for later, and that it was so must not tell a
    // stranger who signs up anything.
    private async Task<UserState?> WithVerificationAsync(UserState registered)
    {
        var mailId = VerificationMailId(Key);
        return await GrainFactory.MayBeMailedAsync(registered.Email!, mailId) ? WithVerification(registered, mailId) : null;
    }

    private UserState WithVerification(UserState state, string mailId)
    {
        var (token, code) = (SecretToken.Create(Key, out var hash), EmailVerificationRules.NewCode());
        var verification = new EmailVerification(
            mailId,
            hash,
            Now + EmailVerificationRules.LinkLifetime,
            mailSecrets.Protect(code),
            Now + EmailVerificationRules.CodeLifetime
        );
        var mail = new MailToHandOver(
            UserEmailMail.Verify(state, verification),
            mailSecrets.Protect($"{token} {code}"),
            Replaces: state.EmailVerification?.MailId
        );
        return state with { EmailVerification = verification, Mails = [mail] };
    }

    // Whoever holds a link that was mailed to the address has a better claim than whoever never proved it.
    private async Task TakeOverAsync(RegisterUser command)
    {
        if (command.Address != AddressProof.Given || UserPasswordRules.HasHad(State, command.PasswordHash))
            return;
        if (State.EmailVerifiedAt is not null || State.Email != command.Email)
            throw new RefusedException(UserErrors.EmailTaken);
        await FinishAsync();
        await SaveAndFinishAsync(EmailVerificationRules.TakenOver(State, command, Now));
    }

    private async Task FinishRevokingKeysAsync()
    {
        if (State.KeysToRevoke.Count == 0)
            return;
        await Task.WhenAll(State.KeysToRevoke.Select(id => ApiKey(id).RevokeAsync(actor: null)));
        var left = State.ApiKeys.Where(key => !State.KeysToRevoke.Contains(key.Id, StringComparer.Ordinal));
        await SaveAsync(storage, State with { ApiKeys = [.. left], KeysToRevoke = [] });
    }

    private static string VerificationMailId(string id) => $"{id}-verify-email";
}
