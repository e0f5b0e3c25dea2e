using System.Globalization;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Users;

/// <summary>Mails about a person's password, without the secrets of their links.</summary>
internal static class UserPasswordMail
{
    /// <summary>The link to choose a new password.</summary>
    public static OutgoingMail Reset(UserState state, PasswordReset reset, string? companyName) =>
        Reset(state, reset, state.Email!, EmailOf(reset) with { Company = companyName });

    /// <summary>Such a link for somebody who has no password that works any more.</summary>
    /// <param name="to">Where they said so from: the notice went there.</param>
    public static OutgoingMail ResetOfVoid(UserState state, PasswordReset reset, string to) =>
        Reset(state, reset, to, EmailOf(reset) with { IsPasswordDisabled = true });

    /// <summary>The notice that the password was changed.</summary>
    public static OutgoingMail Changed(string userId, UserState state, string? companyName, DateTimeOffset now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{userId}-password-{state.CredentialVersion}"),
            state.Email!,
            state.FullName,
            new PasswordChangedEmail(now)
            {
                Company = companyName,
                Passkeys = PasskeysOf(state),
                ExpiresAt = state.PasswordExpiresAt,
            },
            now + NoticeRules.Lifetime
        );

    private static OutgoingMail Reset(UserState state, PasswordReset reset, string to, PasswordResetEmail email) =>
        new(reset.MailId, to, state.FullName, email with { Passkeys = PasskeysOf(state) }, reset.ExpiresAt);

    private static string? PasskeysOf(UserState state) => PasskeyNames.List([.. state.Passkeys.Select(passkey => passkey.Name)]);

    private static PasswordResetEmail EmailOf(PasswordReset reset) =>
        new(reset.ExpiresAt - UserPasswordRules.ResetLifetime, reset.ExpiresAt);
}
