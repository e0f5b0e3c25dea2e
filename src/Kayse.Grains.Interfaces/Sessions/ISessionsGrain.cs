using Kayse.Grains.Users;
using Orleans.Concurrency;

namespace Kayse.Grains.Sessions;

/// <summary>
/// The sessions of a person, keyed by user id.
/// </summary>
[Alias("kayse.user-sessions")]
public interface ISessionsGrain : IGrainWithStringKey
{
    /// <summary>The live sessions, latest used first.</summary>
    [ReadOnly, Alias("list-sessions")]
    Task<IReadOnlyList<SessionView>> ListSessionsAsync();

    /// <summary>Ends one session of this person; refuses <c>not_found</c> when it is not theirs or not live.</summary>
    [Alias("end-session")]
    Task EndSessionAsync(string sessionId, SessionEndReason reason);

    /// <summary>
    /// Ends every session but <paramref name="exceptSessionId"/> (null: every one). Once acknowledged all are dead;
    /// begun but interrupted it is finished later.
    /// </summary>
    [Alias("end-sessions")]
    Task EndSessionsAsync(string? exceptSessionId, SessionEndReason reason);

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
    /// Makes another company the session's active one and gives it a new token (SE-7); the old token opens nothing any
    /// more. Refuses <c>not_found</c> when the company would not have the person or the session is not theirs or not
    /// live; <c>step_up_required</c> when the company lets no device stand in for a code, and one has;
    /// <c>sso_company_only</c> to a session that began with another company's single sign-on; and <c>sso_required</c> when
    /// the company has them use its own.
    /// </summary>
    [Alias("switch-company")]
    Task<RenewedSession> SwitchCompanyAsync(string sessionId, string companyId);
}
