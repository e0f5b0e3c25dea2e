using System.Globalization;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Users;

/// <summary>Mails about a person's address, without the secrets of their links.</summary>
internal static class UserEmailMail
{
    /// <summary>The link and the code to prove an address.</summary>
    public static OutgoingMail Verify(UserState user, EmailVerification verification) =>
        new(
            verification.MailId,
            user.Email!,
            user.FullName,
            new AddressVerificationEmail(
                verification.ExpiresAt - EmailVerificationRules.LinkLifetime,
                verification.CodeExpiresAt,
                verification.ExpiresAt
            ),
            verification.ExpiresAt
        );

    /// <summary>The link to confirm an address.</summary>
    public static OutgoingMail Confirm(UserState user, EmailChange change) =>
        new(
            change.MailId,
            change.Email,
            user.FullName,
            new AddressConfirmationEmail(change.ExpiresAt - EmailChangeRules.ConfirmLifetime, change.ExpiresAt),
            change.ExpiresAt
        );

    /// <summary>The notice to an address that it is the person's no longer.</summary>
    public static OutgoingMail Changed(string userId, UserState before, UserState after, DateTimeOffset now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{userId}-email-{after.ContactVersion}"),
            before.Email!,
            before.FullName,
            new AddressChangedEmail(now, after.FormerEmails is [.., { } last] && last.Email == before.Email ? last.Until : null),
            now + NoticeRules.Lifetime
        );
}
