using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>
/// Changes of a person's email address. An address is noted before it is claimed, and those given up are with the
/// change that gives them up: after a crash at any point nobody is without one, and none is held for nobody.
/// </summary>
/// <param name="user">The person.</param>
/// <param name="secrets">Protects the secrets of links until they are mailed.</param>
/// <param name="remindOfExpiry">Has the grain call <see cref="FreeExpiredAsync"/> at that time; null: not any
/// more.</param>
internal sealed class EmailChanges(UserContext user, MailSecrets secrets, Func<DateTimeOffset?, Task> remindOfExpiry)
{
    public async Task RequestAsync(RequestEmailChange command)
    {
        if (user.State.Email is null || command.CredentialVersion != user.State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        var email = EmailChangeRules.Check(user.State, command.NewEmail, user.Now);
        var mailId = $"{command.Id}-email";
        if (user.State.EmailChange?.MailId == mailId)
            return;
        await user.Grains.EnsureMayBeMailedAsync(email, mailId);
        var token = SecretToken.Create(user.Id, out var hash);
        var change = new EmailChange(mailId, email, hash, user.Now + EmailChangeRules.ConfirmLifetime, command.SessionId);
        var mail = UserEmailMail.Confirm(user.State, change);
        await user.SaveAsync(
            (user.State with { EmailChange = change }).Then(
                new SendMail(mail, secrets.Protect(token), Replaces: user.State.EmailChange?.MailId)
            )
        );
    }

    public async Task ConfirmAsync(TokenHash secret)
    {
        user.LeaveIfNobody();
        var change = EmailChangeRules.Usable(user.State, secret, user.Now);
        await ClaimOrRefuseAsync(change.Email);
        var token = SecretToken.Create(user.Id, out var hash);
        var (before, next) = (user.State, EmailChangeRules.Confirmed(user.State, change, hash, user.Now));
        var isUndoable = next.FormerEmails.Any(former => former.TokenHash == hash);
        if (next.FormerEmails is [var first, ..])
            await remindOfExpiry(first.Until);
        var notice = UserEmailMail.Changed(user.Id, before, next, user.Now);
        await user.SaveAsync(
            next.Then(new SendMail(notice, isUndoable ? secrets.Protect(token) : null, Replaces: before.PasswordReset?.MailId))
        );
    }

    public async Task UndoAsync(TokenHash secret)
    {
        user.LeaveIfNobody();
        var former = EmailChangeRules.Undoable(user.State, secret, user.Now);
        var (before, token) = (user.State, SecretToken.Create(user.Id, out var hash));
        var reset = new PasswordReset($"{user.NewId()}-reset", hash, user.Now + UserPasswordRules.ResetLifetime);
        var next = EmailChangeRules.Undone(before, former, user.Now) with { PasswordReset = reset };
        var link = UserPasswordMail.ResetOfVoid(next, reset, next.Email!);
        var notice = UserEmailMail.Changed(user.Id, before, next, user.Now);
        await user.SaveAsync(
            next.Then(
                new SendMail(link, secrets.Protect(token), Replaces: before.PasswordReset?.MailId),
                new SendMail(notice, Replaces: before.EmailChange?.MailId)
            )
        );
    }

    /// <summary>Gives up the addresses that were kept for the person and whose time is over.</summary>
    public async Task FreeExpiredAsync()
    {
        var next = EmailChangeRules.WithoutExpired(user.State, user.Now);
        if (!ReferenceEquals(next, user.State))
            await user.SaveAsync(next);
        await remindOfExpiry(user.State.FormerEmails is [var first, ..] ? first.Until : null);
    }

    private async Task ClaimOrRefuseAsync(string email)
    {
        await user.StoreAsync(user.State.Then(new SyncEmailAddress(email)));
        if (await user.Address(email).ClaimAsync(user.Id) == user.Id)
            return;
        await user.ExecutePendingAsync();
        throw new RefusedException(EmailChangeErrors.Taken);
    }
}
