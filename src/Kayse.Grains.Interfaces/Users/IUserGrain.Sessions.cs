using Kayse.Grains.Sessions;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

public partial interface IUserGrain
{
    /// <summary>
    /// Ends those of the sessions whose active company is this one; null: every session there. Once acknowledged they
    /// are dead; may be repeated.
    /// </summary>
    [Alias("end-sessions-in")]
    Task EndSessionsInAsync(string companyId, IReadOnlyList<string>? sessionIds, SessionEndReason reason);

    /// <summary>
    /// How long the person's sessions in a company may stay unused. Refuses <c>not_found</c> when it would not have
    /// them.
    /// </summary>
    [ReadOnly, Alias("get-session-settings")]
    Task<SessionSettings> GetSessionSettingsAsync(string companyId);

    /// <summary>
    /// Chooses how long the person's sessions may stay unused, 1 minute to 30 days; a company's shorter limit goes
    /// before it. Once acknowledged it counts for the live sessions too, and those that have been unused for longer are
    /// dead; begun but interrupted it is finished later. May be repeated. Refuses <c>validation_failed</c>.
    /// </summary>
    [Alias("set-idle-timeout")]
    Task SetIdleTimeoutAsync(TimeSpan idleTimeout);

    /// <summary>
    /// Notes in a session that its person has just proved who they are, and replaces its token (SE-7). Who has a second
    /// factor proves it by a code: refuses <c>two_factor_invalid</c>. Of others refuses <c>invalid_credentials</c> when
    /// the password has changed since it was verified, and <c>password_change_required</c> when somebody else chose it.
    /// Refuses <c>unauthenticated</c> when the session is not theirs or not live.
    /// </summary>
    [Alias("step-up")]
    Task<RenewedSession> StepUpAsync(StepUp command);

    /// <summary>
    /// Tells the company of the person that a sign-in of theirs was refused; where they are in several, none. Nobody
    /// waits for it, so that the time it takes tells nothing.
    /// </summary>
    [OneWay, Alias("sign-in-failed")]
    Task SignInFailedAsync(SignInFailure reason, ClientDevice device);
}
