using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>A session that has just started.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Token">The bearer token. Returned only once.</param>
/// <param name="ExpiresAt">When the session ends if it isn't used before then.</param>
/// <param name="IdleTimeoutSeconds">The idle timeout in seconds.</param>
internal sealed record SessionTokenResponse(string Id, string Token, DateTimeOffset ExpiresAt, int IdleTimeoutSeconds)
{
    public static SessionTokenResponse Of(StartedSession session) =>
        new(session.Id, session.Token, session.ExpiresAt, (int)session.IdleTimeout.TotalSeconds);
}

/// <summary>The session continues with a new token.</summary>
/// <param name="Session">The session with its new token. The previous token no longer works.</param>
internal sealed record RenewedSessionResponse(SessionTokenResponse Session)
{
    public static RenewedSessionResponse Of(RenewedSession renewed) => new(SessionTokenResponse.Of(renewed.Session));
}
