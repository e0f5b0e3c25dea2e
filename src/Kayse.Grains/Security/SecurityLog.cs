using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Security;

/// <summary>
/// What concerns security, as structured log lines of one category, for whoever watches the service. They name events,
/// codes, routes and ids, and nothing personal: no name, no address of mail or network, no token. What is behind an id
/// stands in the audit log and the sign-in history.
/// </summary>
public sealed partial class SecurityLog(ILoggerFactory loggers)
{
    /// <summary>The category of all of them.</summary>
    public const string Category = "Kayse.Security";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Somebody signed in.</summary>
    [LoggerMessage(1000, LogLevel.Information, "sign_in.succeeded: user {UserId}, session {SessionId}", EventName = "sign_in.succeeded")]
    public partial void SignInSucceeded(string userId, string sessionId);

    /// <summary>A password or code was wrong, or belonged to nobody (no id).</summary>
    [LoggerMessage(1001, LogLevel.Warning, "sign_in.failed: user {UserId}, {Reason}", EventName = "sign_in.failed")]
    public partial void SignInFailed(string? userId, string reason);

    /// <summary>Too many were wrong.</summary>
    [LoggerMessage(1002, LogLevel.Warning, "sign_in.locked: user {UserId}", EventName = "sign_in.locked")]
    public partial void SignInLocked(string? userId);

    /// <summary>A request was refused with 403.</summary>
    [LoggerMessage(
        1010,
        LogLevel.Warning,
        "access.denied: {Method} {Route}, {Code}, user {UserId}, session {SessionId}",
        EventName = "access.denied"
    )]
    public partial void AccessDenied(string method, string? route, string code, string? userId, string? sessionId);

    /// <summary>A request was refused with 429.</summary>
    [LoggerMessage(
        1011,
        LogLevel.Warning,
        "rate_limited: {Method} {Route}, user {UserId}, session {SessionId}",
        EventName = "rate_limited"
    )]
    public partial void RateLimited(string method, string? route, string? userId, string? sessionId);

    /// <summary>A request by cookie did not come from a page of ours.</summary>
    [LoggerMessage(1012, LogLevel.Warning, "csrf.refused: {Method} {Route}", EventName = "csrf.refused")]
    public partial void CsrfRefused(string method, string? route);

    /// <summary>A person chose another password, or had it reset.</summary>
    [LoggerMessage(1020, LogLevel.Information, "password.changed: user {UserId}, {How}", EventName = "password.changed")]
    public partial void PasswordChanged(string userId, string how);

    /// <summary>A person turned their second factor on or off.</summary>
    [LoggerMessage(1021, LogLevel.Information, "two_factor.changed: user {UserId}, enabled {Enabled}", EventName = "two_factor.changed")]
    public partial void TwoFactorChanged(string userId, bool enabled);

    /// <summary>
    /// Something was written to a company's audit log: <c>policy.changed</c>, <c>api_key.created</c>,
    /// <c>member.role_changed</c> and so on. The name of the event is the action.
    /// </summary>
    public void Audited(string action, string companyId, string recordId, string? userId, string targetKind, string targetId)
    {
        if (_logger.IsEnabled(LogLevel.Information))
            _logger.Log(
                LogLevel.Information,
                new EventId(1100, action),
                new AuditedEvent(action, companyId, recordId, userId, targetKind, targetId),
                null,
                static (line, _) => line.ToString()
            );
    }
}
