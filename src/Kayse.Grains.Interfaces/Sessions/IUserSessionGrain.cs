using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sessions;

/// <summary>
/// One session (SE-1), keyed by session id. It knows its principal, so that a check asks nobody else.
/// </summary>
[Alias("kayse.user-session")]
public interface IUserSessionGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the session, on disk with its timeout reminder when the task completes. Repeating the same start is
    /// without effect.
    /// </summary>
    [Alias("start")]
    Task<DateTimeOffset> StartAsync(StartSession command);

    /// <summary>
    /// Lets a live session go on with another token; the token before opens nothing any more. May be repeated. Answers
    /// how long the session lasts; null when it is not live.
    /// </summary>
    [Alias("renew")]
    Task<SessionTerm?> RenewAsync(RenewSession command);

    /// <summary>
    /// Whether the token's secret opens a live session, and for whom; counts as use of it. Answers from memory. Expiry
    /// is computed from the clock: from its instant on the answer is "ended", even if the reminder is late.
    /// </summary>
    [Alias("check")]
    ValueTask<SessionCheck> CheckAsync(TokenHash secret);

    /// <summary>The same without counting as use.</summary>
    [Alias("look")]
    ValueTask<SessionCheck> LookAsync(TokenHash secret);

    /// <summary>The session if it is live, else null. Does not count as use.</summary>
    [Alias("get")]
    Task<SessionView?> GetAsync();

    /// <summary>
    /// Ends the session; the next check refuses. Ending an ended or unknown session is without effect and keeps the
    /// first reason.
    /// </summary>
    [Alias("end")]
    Task EndAsync(SessionEndReason reason);

    /// <summary>
    /// Replaces what the session knows of its person and what it is allowed; the next check answers it, and refuses
    /// when the session is older than it may be now. Without effect on a session that is not live.
    /// </summary>
    [Alias("set-principal")]
    Task SetPrincipalAsync(SessionPrincipal principal, SessionLimits limits);
}
