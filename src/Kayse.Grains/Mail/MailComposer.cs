using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Mail;

/// <summary>
/// Makes a message of a queued mail. Secrets are encrypted while a mail waits (ASVS 5.0, 11.4): a copy of the database
/// opens nothing.
/// </summary>
internal sealed class MailComposer(EmailSender sender, PublicLinks links, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.Mail.Secret");

    public byte[]? Protect(string? secret) => secret is null ? null : _protector.Protect(System.Text.Encoding.UTF8.GetBytes(secret));

    public EmailMessage Compose(QueuedMail mail) => sender.Compose(mail.Id, new Mailbox(mail.To, mail.ToName), ContentOf(mail));

    private EmailContent ContentOf(QueuedMail mail) =>
        mail.Template switch
        {
            MailTemplates.Invitation => Invitation(mail),
            MailTemplates.PasswordReset => PasswordReset(mail),
            MailTemplates.PasswordChanged => PasswordChanged(mail),
            MailTemplates.TwoFactorEnabled => TwoFactorChanged(mail, TwoFactorChange.Enabled),
            MailTemplates.TwoFactorDisabled => TwoFactorChanged(mail, TwoFactorChange.Disabled),
            MailTemplates.BackupCodesRenewed => TwoFactorChanged(mail, TwoFactorChange.BackupCodesRenewed),
            MailTemplates.FewBackupCodes => FewBackupCodes(mail),
            MailTemplates.AccountLocked => AccountLocked(mail),
            MailTemplates.NewDevice => NewDevice(mail),
            MailTemplates.VerifyEmail => VerifyEmail(mail),
            MailTemplates.EmailChange => EmailChange(mail),
            MailTemplates.EmailChanged => EmailChanged(mail),
            MailTemplates.MemberAdded => MemberAdded(mail),
            MailTemplates.RoleChanged => RoleChanged(mail),
            _ => throw new EmailRefusedException("There is no such mail template."),
        };

    private EmailContent Invitation(QueuedMail mail)
    {
        var (sentAt, expiresAt) = (TimeOf(mail, "sentAt"), TimeOf(mail, "expiresAt"));
        var link = links.AcceptInvitation(SecretOf(mail));
        return new InvitationEmail(
            mail.Values["company"],
            mail.Values["inviter"],
            mail.Values["name"],
            mail.Values["role"],
            link,
            expiresAt - sentAt,
            expiresAt
        ).Compose();
    }

    private EmailContent PasswordReset(QueuedMail mail)
    {
        var (sentAt, expiresAt) = (TimeOf(mail, "sentAt"), TimeOf(mail, "expiresAt"));
        return new PasswordResetEmail(
            mail.Values["name"],
            mail.Values.GetValueOrDefault("company"),
            links.ResetPassword(SecretOf(mail)),
            expiresAt - sentAt,
            expiresAt
        )
        {
            IsPasswordVoid = mail.Values.ContainsKey("void"),
        }.Compose();
    }

    private EmailContent PasswordChanged(QueuedMail mail) =>
        new PasswordChangedEmail(
            mail.Values["name"],
            mail.To,
            mail.Values.GetValueOrDefault("company"),
            TimeOf(mail, "at"),
            NotMe(mail)
        ).Compose();

    private EmailContent AccountLocked(QueuedMail mail) =>
        new AccountLockedEmail(
            mail.Values["name"],
            mail.To,
            OriginOf(mail),
            TimeOf(mail, "at"),
            NotMe(mail),
            links.ForgotPassword
        ).Compose();

    private EmailContent NewDevice(QueuedMail mail) =>
        new NewDeviceEmail(mail.Values["name"], mail.To, OriginOf(mail), TimeOf(mail, "at"), NotMe(mail)).Compose();

    private EmailContent TwoFactorChanged(QueuedMail mail, TwoFactorChange change) =>
        new TwoFactorChangedEmail(mail.Values["name"], mail.To, change, TimeOf(mail, "at"), NotMe(mail)).Compose();

    private EmailContent FewBackupCodes(QueuedMail mail) =>
        new FewBackupCodesEmail(
            mail.Values["name"],
            int.Parse(mail.Values["left"], CultureInfo.InvariantCulture),
            links.Console
        ).Compose();

    private EmailContent VerifyEmail(QueuedMail mail)
    {
        var (sentAt, secret) = (TimeOf(mail, "sentAt"), SecretOf(mail).Split(' '));
        return new VerifyEmailEmail(
            mail.Values["name"],
            mail.To,
            links.VerifyEmail(secret[0]),
            secret[1],
            TimeOf(mail, "codeExpiresAt") - sentAt,
            TimeOf(mail, "expiresAt") - sentAt
        ).Compose();
    }

    private EmailContent EmailChange(QueuedMail mail)
    {
        var (sentAt, expiresAt) = (TimeOf(mail, "sentAt"), TimeOf(mail, "expiresAt"));
        return new EmailChangeEmail(
            mail.Values["name"],
            mail.To,
            links.ConfirmEmail(SecretOf(mail)),
            expiresAt - sentAt,
            expiresAt
        ).Compose();
    }

    private EmailContent EmailChanged(QueuedMail mail)
    {
        var isUndoable = mail.Values.ContainsKey("expiresAt");
        var link = isUndoable ? links.UndoEmail(SecretOf(mail)) : links.Console;
        return new EmailChangedEmail(
            mail.Values["name"],
            mail.To,
            TimeOf(mail, "at"),
            link,
            isUndoable ? TimeOf(mail, "expiresAt") : null
        ).Compose();
    }

    private EmailContent MemberAdded(QueuedMail mail) =>
        new MemberAddedEmail(
            mail.Values["company"],
            mail.Values["inviter"],
            mail.Values["name"],
            mail.Values["role"],
            links.Console
        ).Compose();

    private EmailContent RoleChanged(QueuedMail mail) =>
        new RoleChangedEmail(
            mail.Values["company"],
            mail.Values["by"],
            mail.Values["name"],
            mail.Values["role"],
            links.Console
        ).Compose();

    // A notice that waits since before notices had links leads to where a new password is asked for.
    private Uri NotMe(QueuedMail mail) => mail.ProtectedSecret is null ? links.ForgotPassword : links.NotMe(SecretOf(mail));

    private static RequestOrigin OriginOf(QueuedMail mail) =>
        new(
            mail.Values.GetValueOrDefault("browser"),
            mail.Values.GetValueOrDefault("system"),
            mail.Values.GetValueOrDefault("place"),
            mail.Values.GetValueOrDefault("ip")
        );

    private string SecretOf(QueuedMail mail) => System.Text.Encoding.UTF8.GetString(_protector.Unprotect(mail.ProtectedSecret!));

    private static DateTimeOffset TimeOf(QueuedMail mail, string name) =>
        DateTimeOffset.ParseExact(mail.Values[name], "O", CultureInfo.InvariantCulture);
}
