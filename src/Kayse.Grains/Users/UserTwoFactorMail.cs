using System.Globalization;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Users;

internal static class UserTwoFactorMail
{
    private static readonly TimeSpan _noticeMatters = TimeSpan.FromDays(7);

    /// <summary>The notice of a change, by its template; <paramref name="next"/> is the person after it.</summary>
    public static OutgoingMail Changed(string userId, UserState next, string template, DateTimeOffset now) =>
        Notice(
            string.Create(CultureInfo.InvariantCulture, $"{userId}-two-factor-{next.TwoFactorVersion}"),
            next,
            template,
            ("at", now.ToString("O", CultureInfo.InvariantCulture)),
            now
        );

    /// <summary>The notice that the backup codes run out.</summary>
    public static OutgoingMail FewBackupCodes(string userId, UserState next, int left, DateTimeOffset now)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{userId}-two-factor-{next.TwoFactorVersion}-left-{left}");
        return Notice(id, next, MailTemplates.FewBackupCodes, ("left", left.ToString(CultureInfo.InvariantCulture)), now);
    }

    private static OutgoingMail Notice(
        string id,
        UserState state,
        string template,
        (string Name, string Value) value,
        DateTimeOffset now
    ) =>
        new(
            id,
            state.Email!,
            state.FullName,
            template,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = state.FullName, [value.Name] = value.Value },
            Secret: null,
            now + _noticeMatters
        );
}
