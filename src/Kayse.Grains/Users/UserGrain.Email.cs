using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Passwords;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <remarks>
/// An address is noted before it is claimed, and those given up are with the change that gives them up. What each noted
/// one is to this person, theirs, kept for them, or nothing, is then told to the address: after a crash at any point
/// nobody is without one, and none is held for nobody.
/// </remarks>
internal sealed partial class UserGrain
{
    private const string FreeEmails = "free-emails";
    private static readonly TimeSpan _freeEmailsEvery = TimeSpan.FromHours(1);

    public async Task RequestEmailChangeAsync(RequestEmailChange command)
    {
        if (State.Email is null || command.CredentialVersion != State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        await FinishAsync();
        var email = EmailChangeRules.Check(State, command.NewEmail, Now);
        var mailId = $"{command.Id}-email";
        if (State.EmailChange?.MailId == mailId)
            return;
        await GrainFactory.EnsureMayBeMailedAsync(email, mailId);
        var token = SecretToken.Create(Key, out var hash);
        var change = new EmailChange(mailId, email, hash, Now + EmailChangeRules.ConfirmLifetime, command.SessionId);
        var mail = new MailToHandOver(
            UserEmailMail.Confirm(State, change),
            mailSecrets.Protect(token),
            Replaces: State.EmailChange?.MailId
        );
        await SaveAndFinishAsync(State with { EmailChange = change, Mails = [mail] });
    }

    public async Task ConfirmEmailChangeAsync(TokenHash secret)
    {
        LeaveIfNobody();
        var change = EmailChangeRules.Usable(State, secret, Now);
        await FinishAsync();
        await ClaimEmailOrRefuseAsync(change.Email);
        var token = SecretToken.Create(Key, out var hash);
        var (before, next) = (State, EmailChangeRules.Confirmed(State, change, hash, Now));
        var isUndoable = next.FormerEmails.Any(former => former.TokenHash == hash);
        if (next.FormerEmails is [var first, ..])
            await this.RegisterOrUpdateReminder(FreeEmails, DueIn(first.Until - Now), _freeEmailsEvery);
        var notice = new MailToHandOver(
            UserEmailMail.Changed(Key, before, next, Now),
            isUndoable ? mailSecrets.Protect(token) : null,
            Replaces: before.PasswordReset?.MailId
        );
        await SaveAndFinishAsync(next with { Mails = [notice] });
    }

    public async Task UndoEmailChangeAsync(TokenHash secret)
    {
        LeaveIfNobody();
        EmailChangeRules.Undoable(State, secret, Now);
        await FinishAsync();
        var (before, token) = (State, SecretToken.Create(Key, out var hash));
        var reset = new PasswordReset($"{EntityId.New(clock)}-reset", hash, Now + UserPasswordRules.ResetLifetime);
        var next = EmailChangeRules.Undone(before, EmailChangeRules.Undoable(before, secret, Now), Now) with { PasswordReset = reset };
        await SaveAndFinishAsync(
            next with
            {
                Mails =
                [
                    new MailToHandOver(
                        UserPasswordMail.ResetOfVoid(next, reset, next.Email!),
                        mailSecrets.Protect(token),
                        Replaces: before.PasswordReset?.MailId
                    ),
                    new MailToHandOver(UserEmailMail.Changed(Key, before, next, Now), Replaces: before.EmailChange?.MailId),
                ],
            }
        );
    }

    // Anybody can ask for any id: one that nobody has must not stay in memory.
    private void LeaveIfNobody()
    {
        if (State.Email is null)
            DeactivateOnIdle();
    }

    private async Task ClaimEmailOrRefuseAsync(string email)
    {
        await WillFinishAsync();
        await SaveAsync(storage, State with { UnsettledEmails = [email] });
        if (await Address(email).ClaimAsync(Key) == Key)
            return;
        await FinishAsync();
        await StopFinishingAsync();
        throw new RefusedException(EmailChangeErrors.Taken);
    }

    private Task SettleEmailsAsync() => Task.WhenAll(State.UnsettledEmails.Distinct(StringComparer.Ordinal).Select(SettleAsync));

    private Task SettleAsync(string email)
    {
        if (email == State.Email)
            return Address(email).ClaimAsync(Key);
        var isKept = State.FormerEmails.Any(former => former.Email == email);
        return isKept ? Address(email).KeepAsync(Key) : Address(email).ReleaseAsync(Key);
    }

    private async Task FreeEmailsAsync()
    {
        await FinishAsync();
        var next = EmailChangeRules.Tidied(State, Now);
        if (!ReferenceEquals(next, State))
            await SaveAndFinishAsync(next);
        if (State.FormerEmails is [var first, ..])
            await this.RegisterOrUpdateReminder(FreeEmails, DueIn(first.Until - Now), _freeEmailsEvery);
        else
            await StopReminderAsync(FreeEmails);
    }

    private IEmailAddressGrain Address(string email) => GrainFactory.GetGrain<IEmailAddressGrain>(email);
}
