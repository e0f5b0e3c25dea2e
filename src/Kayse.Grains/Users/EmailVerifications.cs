using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>Proof that a person's email address is theirs.</summary>
internal sealed class EmailVerifications(UserContext user, MailSecrets secrets)
{
    public async Task VerifyAsync(TokenHash secret)
    {
        user.LeaveIfNobody();
        EmailVerificationRules.EnsureUsable(user.State, secret, user.Now);
        if (user.State.EmailVerifiedAt is null)
            await user.SaveAsync(EmailVerificationRules.Verified(user.State, user.Now));
    }

    public async Task VerifyByCodeAsync(string code)
    {
        user.EnsureExists();
        if (user.State.EmailVerifiedAt is not null)
            return;
        var verification = EmailVerificationRules.UsableByCode(user.State, user.Now);
        if (EmailVerificationRules.IsCode(secrets.Unprotect(verification.ProtectedCode), code))
        {
            await user.SaveAsync(EmailVerificationRules.Verified(user.State, user.Now));
            return;
        }

        await user.SaveAsync(EmailVerificationRules.WithWrongCode(user.State, verification));
        throw new RefusedException(EmailVerificationErrors.WrongCode);
    }

    public async Task ResendAsync(string id)
    {
        user.EnsureExists();
        var mailId = MailIdOf(id);
        if (user.State.EmailVerifiedAt is not null || user.State.EmailVerification?.MailId == mailId)
            return;
        await user.Grains.EnsureMayBeMailedAsync(user.State.Email!, mailId);
        await user.SaveAsync(WithNew(user.State, mailId));
    }

    public Task EmailProvedAsync(string email) =>
        user.State.EmailVerifiedAt is null && user.State.Email == email
            ? user.SaveAsync(EmailVerificationRules.Verified(user.State, user.Now))
            : Task.CompletedTask;

    /// <summary>
    /// Somebody who registers with a mail that verifies their address; without one when the address has had too many:
    /// it can be asked for later, and that it was so must not tell a stranger who signs up anything.
    /// </summary>
    public async Task<UserState> BeginAsync(UserState registered)
    {
        var mailId = MailIdOf(user.Id);
        return await user.Grains.MayBeMailedAsync(registered.Email!, mailId) ? WithNew(registered, mailId) : registered;
    }

    private UserState WithNew(UserState state, string mailId)
    {
        var (token, code) = (SecretToken.Create(user.Id, out var hash), EmailVerificationRules.NewCode());
        var verification = new EmailVerification(
            mailId,
            hash,
            user.Now + EmailVerificationRules.LinkLifetime,
            secrets.Protect(code),
            user.Now + EmailVerificationRules.CodeLifetime
        );
        var mail = UserEmailMail.Verify(state, verification);
        return (state with { EmailVerification = verification }).Then(
            new SendMail(mail, secrets.Protect(AddressVerificationEmail.SecretOf(token, code)), Replaces: state.EmailVerification?.MailId)
        );
    }

    private static string MailIdOf(string id) => $"{id}-verify-email";
}
