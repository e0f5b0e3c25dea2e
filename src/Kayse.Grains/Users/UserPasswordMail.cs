using System.Globalization;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Users;

internal static class UserPasswordMail
{
    private static readonly TimeSpan _noticeMatters = TimeSpan.FromDays(7);

    /// <summary>The link to choose a new password, without its secret.</summary>
    public static OutgoingMail Reset(UserState state, PasswordReset reset, string? companyName) =>
        new(
            reset.MailId,
            state.Email!,
            state.FullName,
            MailTemplates.PasswordReset,
            Values(state, companyName, ("sentAt", reset.ExpiresAt - UserPasswordRules.ResetLifetime), ("expiresAt", reset.ExpiresAt)),
            Secret: null,
            reset.ExpiresAt
        );

    /// <summary>Such a link for somebody who has no password that works any more.</summary>
    /// <param name="to">Where they said so from: the notice went there.</param>
    public static OutgoingMail ResetOfVoid(UserState state, PasswordReset reset, string to)
    {
        var mail = Reset(state, reset, companyName: null);
        return mail with
        {
            To = to,
            Values = new Dictionary<string, string>(mail.Values, StringComparer.Ordinal) { ["void"] = "true" },
        };
    }

    /// <summary>The notice that the password was changed, without the secret of its link.</summary>
    public static OutgoingMail Changed(string userId, UserState state, string? companyName, DateTimeOffset now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{userId}-password-{state.CredentialVersion}"),
            state.Email!,
            state.FullName,
            MailTemplates.PasswordChanged,
            Values(state, companyName, ("at", now)),
            Secret: null,
            now + _noticeMatters
        );

    private static Dictionary<string, string> Values(
        UserState state,
        string? companyName,
        params ReadOnlySpan<(string Name, DateTimeOffset Value)> times
    )
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = state.FullName };
        if (companyName is not null)
            values["company"] = companyName;
        foreach (var (name, value) in times)
            values[name] = value.ToString("O", CultureInfo.InvariantCulture);
        return values;
    }
}
