using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <summary>
/// Signs a person in, keyed by user id. A code works once, also when it comes many times at once: that it was used is
/// stored before anything comes of it.
/// </summary>
[Alias("kayse.user-sign-in")]
public interface ISignInGrain : IGrainWithStringKey
{
    /// <summary>
    /// Signs a person in who has proved who they are: starts a session or, when they have a second factor and proved a
    /// password, answers a ticket for <see cref="CompleteSignInAsync"/>. A live session of theirs proves both. Refuses
    /// <c>invalid_credentials</c> when the password has changed since it was verified, or when no company would have
    /// them, and <c>sso_required</c> when all that would have them use single sign-on.
    /// </summary>
    [Alias("sign-in")]
    Task<BegunSignIn> SignInAsync(SignIn command);

    /// <summary>
    /// Completes a sign-in with a code of the app or a backup code. Refuses <c>two_factor_invalid</c>, which counts
    /// against the ticket: the fifth ends it. Refuses <c>two_factor_ticket_expired</c> for one that is used, too old,
    /// or void because password or second factor have changed; and <c>invalid_credentials</c> when no company would
    /// have the person.
    /// </summary>
    [Alias("complete-sign-in")]
    Task<SignedIn> CompleteSignInAsync(CompleteSignIn command);

    /// <summary>
    /// Signs in with a passkey alone, whose authenticator must have checked who uses it: that is two factors in one.
    /// Refuses <c>passkey_invalid</c>, and <c>invalid_credentials</c> when no company would have the person.
    /// </summary>
    [Alias("sign-in-with-passkey")]
    Task<SignedIn> SignInWithPasskeyAsync(SignInWithPasskey command);

    /// <summary>
    /// Signs an app in that a live session of the person has offered to pair, where that session acts; the new session is
    /// remembered, and limited to <see cref="SessionScopes.OfApps"/>. Refuses <c>pairing_code_invalid</c> when that
    /// session has ended or has limits of its own.
    /// </summary>
    [Alias("pair")]
    Task<SignedIn> PairAsync(string sessionId, ClientDevice device);

    /// <summary>
    /// Tells the company of the person that a sign-in of theirs was refused; where they are in several, none. Nobody
    /// waits for it, so that the time it takes tells nothing.
    /// </summary>
    [OneWay, Alias("sign-in-failed")]
    Task SignInFailedAsync(SignInFailure reason, ClientDevice device);

    /// <summary>
    /// Tells the person by mail that there were too many failed attempts, and the guard that they were told; within 6
    /// hours of the last such mail, the guard alone. Nobody waits for it, so that the time it takes tells nothing.
    /// </summary>
    [OneWay, Alias("sign-in-locked")]
    Task SignInLockedAsync(ClientDevice device);
}
