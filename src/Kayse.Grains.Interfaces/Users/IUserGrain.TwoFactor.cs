using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <remarks>
/// A code works once, also when it comes many times at once: that it was used is stored before anything comes of it.
/// </remarks>
public partial interface IUserGrain
{
    /// <summary>
    /// Signs a person in who has proved their password, or, when they have a second factor, answers a ticket for
    /// <see cref="CompleteSignInAsync"/>. A live session of theirs proves both. Refuses as <see cref="SignInAsync"/>
    /// does.
    /// </summary>
    [Alias("begin-sign-in")]
    Task<BegunSignIn> BeginSignInAsync(SignIn command);

    /// <summary>
    /// Completes a sign-in with a code of the app or a backup code. Refuses <c>two_factor_invalid</c>, which counts
    /// against the ticket: the fifth ends it. Refuses <c>two_factor_ticket_expired</c> for one that is used, too old,
    /// or void because password or second factor have changed; and <c>invalid_credentials</c> when no company would
    /// have the person.
    /// </summary>
    [Alias("complete-sign-in")]
    Task<SignedIn> CompleteSignInAsync(CompleteSignIn command);

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
}
