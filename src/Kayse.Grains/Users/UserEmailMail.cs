using System.Globalization;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Users;

internal static class UserEmailMail
{
    private static readonly TimeSpan _noticeMatters = TimeSpan.FromDays(7);

    /// <summary>The link and the code to prove an address, without them.</summary>
    public static OutgoingMail Verify(UserState user, EmailVerification verification) =>
        new(
            verification.MailId,
            user.Email!,
            user.FullName,
            MailTemplates.VerifyEmail,
            Values(
                user,
                ("sentAt", verification.ExpiresAt - EmailVerificationRules.LinkLifetime),
                ("expiresAt", verification.ExpiresAt),
                ("codeExpiresAt", verification.CodeExpiresAt)
            ),
            Secret: null,
            verification.ExpiresAt
        );

    /// <summary>The link to confirm an address, without its secret.</summary>
    public static OutgoingMail Confirm(UserState user, EmailChange change) =>
        new(
            change.MailId,
            change.Email,
            user.FullName,
            MailTemplates.EmailChange,
            Values(user, ("sentAt", change.ExpiresAt - EmailChangeRules.ConfirmLifetime), ("expiresAt", change.ExpiresAt)),
            Secret: null,
            change.ExpiresAt
        );

    /// <summary>The notice to an address that it is the person's no longer, without its secret.</summary>
    public static OutgoingMail Changed(string userId, UserState before, UserState after, DateTimeOffset now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{userId}-email-{after.ContactVersion}"),
            before.Email!,
            before.FullName,
            MailTemplates.EmailChanged,
            after.FormerEmails is [.., { } last] && last.Email == before.Email
                ? Values(before, ("at", now), ("expiresAt", last.Until))
                : Values(before, ("at", now)),
            Secret: null,
            now + _noticeMatters
        );

    private static Dictionary<string, string> Values(UserState user, params ReadOnlySpan<(string Name, DateTimeOffset Value)> times)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = user.FullName };
        foreach (var (name, value) in times)
            values[name] = value.ToString("O", CultureInfo.InvariantCulture);
        return values;
    }
}
