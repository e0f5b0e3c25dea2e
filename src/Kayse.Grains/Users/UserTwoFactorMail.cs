using System.Globalization;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Users;

/// <summary>Mails about a person's second factor, without the secrets of their links.</summary>
internal static class UserTwoFactorMail
{
    /// <summary>The notice of a change; <paramref name="next"/> is the person after it.</summary>
    public static OutgoingMail Changed(string userId, UserState next, TwoFactorChange change, DateTimeOffset now) =>
        new(IdOf(userId, next), next.Email!, next.FullName, new TwoFactorChangedEmail(now, change), now + NoticeRules.Lifetime);

    /// <summary>The notice that the backup codes run out.</summary>
    public static OutgoingMail FewBackupCodes(string userId, UserState next, int left, DateTimeOffset now)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{IdOf(userId, next)}-left-{left}");
        return new(id, next.Email!, next.FullName, new FewBackupCodesEmail(left), now + NoticeRules.Lifetime);
    }

    private static string IdOf(string userId, UserState state) =>
        string.Create(CultureInfo.InvariantCulture, $"{userId}-two-factor-{state.TwoFactorVersion}");
}
