using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Orleans.Concurrency;

namespace Kayse.Grains.TwoFactor;

/// <summary>
/// A person's second factor (US-4), keyed by user id, and the devices that they trust (US-5): those sign them in without a
/// code for 30 days, and are none any more once the password or the second factor changes.
/// </summary>
[Alias("kayse.user-two-factor")]
public interface ITwoFactorGrain : IGrainWithStringKey
{
    /// <summary>How it stands with the second factor.</summary>
    [ReadOnly, Alias("get-two-factor")]
    Task<TwoFactorView> GetTwoFactorAsync();

    /// <summary>
    /// Makes a secret for the person's app, in place of one made before and not turned on. Changes nothing else.
    /// Refuses <c>two_factor_already_enabled</c>.
    /// </summary>
    [Alias("set-up-two-factor")]
    Task<TwoFactorSetup> SetUpTwoFactorAsync();

    /// <summary>
    /// Turns the second factor on, ends every other session and replaces the token of this one; tells the person by
    /// mail. Refuses <c>two_factor_not_set_up</c> and <c>two_factor_invalid</c>.
    /// </summary>
    [Alias("enable-two-factor")]
    Task<TwoFactorEnabled> EnableTwoFactorAsync(EnableTwoFactor command);

    /// <summary>
    /// Turns the second factor off, ends every other session and replaces the token of this one, which is restricted
    /// where its company requires a second factor; tells the person by mail. Answers the session with its new token, or
    /// null when it ended meanwhile. Refuses <c>two_factor_not_enabled</c>, <c>two_factor_invalid</c>, and
    /// <c>invalid_credentials</c> when the password is no longer the one that was proved.
    /// </summary>
    [Alias("disable-two-factor")]
    Task<RenewedSession?> DisableTwoFactorAsync(DisableTwoFactor command);

    /// <summary>
    /// Makes new backup codes; those before are void. Tells the person by mail. Refuses <c>two_factor_not_enabled</c>.
    /// </summary>
    [Alias("renew-backup-codes")]
    Task<IReadOnlyList<string>> RenewBackupCodesAsync();

    /// <summary>
    /// Removes the authenticator app, the backup codes and every passkey, and ends every session and trusted device: at
    /// once, or after 24 hours when a second factor was used within the last week, unless that is cancelled. Tells the
    /// person by mail. May be repeated. The company has authorised it; refuses <c>member_elsewhere</c> when the person
    /// belongs to another company too, and <c>two_factor_not_enabled</c>.
    /// </summary>
    [Alias("reset-two-factor")]
    Task ResetTwoFactorAsync(ResetTwoFactor command);

    /// <summary>
    /// Cancels a reset that is planned, and tells the person by mail. Returns whether one was; may be repeated.
    /// </summary>
    /// <param name="byAdmin">Whether an admin does, else the person: that is audited here.</param>
    [Alias("cancel-two-factor-reset")]
    Task<bool> CancelTwoFactorResetAsync(bool byAdmin);

    /// <summary>
    /// The id of the trusted device that the secret is of; null when it is of none, or the company that a sign-in opens
    /// forbids them.
    /// </summary>
    [ReadOnly, Alias("find-trusted-device")]
    Task<string?> FindTrustedDeviceAsync(TokenHash secret);

    /// <summary>The devices that are trusted, latest trusted first.</summary>
    /// <param name="current">Of the secret of the one that asks; null when that is none.</param>
    [ReadOnly, Alias("list-trusted-devices")]
    Task<IReadOnlyList<TrustedDeviceView>> ListTrustedDevicesAsync(TokenHash? current);

    /// <summary>Trusts a device no longer. Answers whether it was trusted; may be repeated.</summary>
    [Alias("distrust-device")]
    Task<bool> DistrustDeviceAsync(string deviceId);
}
