using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Orleans.Concurrency;

namespace Kayse.Grains.Passwords;

/// <summary>
/// A person's password, keyed by user id. It is hashed and verified before these calls, outside any turn. Whatever a call
/// has begun is finished after a crash: sessions end, mail goes out.
/// </summary>
[Alias("kayse.user-credentials")]
public interface ICredentialsGrain : IGrainWithStringKey
{
    /// <summary>
    /// What a password is verified against, outside any grain's turn; null when there is no such person.
    /// </summary>
    [ReadOnly, Alias("get-credential")]
    Task<UserCredential?> GetCredentialAsync();

    /// <summary>
    /// Stores the same password hashed at today's cost. Without effect when the password has changed since the version
    /// that was verified.
    /// </summary>
    [Alias("rehash-password")]
    Task RehashPasswordAsync(int credentialVersion, string passwordHash);

    /// <summary>What a new password is judged by; null when there is no such person.</summary>
    [ReadOnly, Alias("get-password-history")]
    Task<PasswordHistory?> GetPasswordHistoryAsync();

    /// <summary>
    /// The same for the holder of a reset link. Refuses <c>not_found</c> when the link is not the latest or was used,
    /// and <c>password_reset_expired</c>. Changes nothing.
    /// </summary>
    [ReadOnly, Alias("look-up-password-reset")]
    Task<PasswordHistory> LookUpPasswordResetAsync(TokenHash secret);

    /// <summary>
    /// Changes the password, ends every other session and replaces the token of this one; tells the person by mail. A
    /// reset link that was sent before is void. Answers the session with its new token, or null when it ended
    /// meanwhile. Refuses <c>invalid_credentials</c> when the password is no longer the one that was proved.
    /// </summary>
    [Alias("change-password")]
    Task<RenewedSession?> ChangePasswordAsync(ChangePassword command);

    /// <summary>
    /// Uses a reset link: changes the password and ends every session; tells the person by mail. Starts no session. The
    /// address is proved by it; where it never was before, second factor, devices and API keys are void too, as
    /// somebody else may have made them. Refuses as <see cref="LookUpPasswordResetAsync"/> does.
    /// </summary>
    [Alias("reset-password")]
    Task ResetPasswordAsync(ResetPassword command);

    /// <summary>
    /// Sets a password that must be changed at the next sign-in, ends every session and tells the person by mail. May
    /// be repeated. The company has authorised it; refused <c>forbidden</c> when the person belongs to another company
    /// too, which the password would open as well.
    /// </summary>
    [Alias("set-password")]
    Task SetPasswordAsync(SetPassword command);

    /// <summary>
    /// Mails a link that works once, for 60 minutes, in place of any sent before. May be repeated. Refuses
    /// <c>not_found</c> when there is no such person, and <c>rate_limited</c>.
    /// </summary>
    [Alias("send-password-reset")]
    Task SendPasswordResetAsync(SendPasswordReset command);

    /// <summary>
    /// Uses the link of a notice: the password opens nothing any more, every session and every trusted device ends, and
    /// a link to choose a new password goes to where the notice went. On disk when the task completes, and finished
    /// after a crash. A link that was used does nothing more. Refuses <c>not_found</c> when there is no such link, or
    /// it was sent more than 7 days ago.
    /// </summary>
    [Alias("not-me")]
    Task NotMeAsync(TokenHash secret);
}
