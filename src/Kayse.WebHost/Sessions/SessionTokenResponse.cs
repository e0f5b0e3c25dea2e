using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>A session that has just started.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Token">The bearer token. It is shown here only.</param>
/// <param name="ExpiresAt">When the session ends unless it is used before.</param>
/// <param name="IdleTimeoutSeconds">How long it may stay unused.</param>
internal sealed record SessionTokenResponse(string Id, string Token, DateTimeOffset ExpiresAt, int IdleTimeoutSeconds)
{
    public static SessionTokenResponse Of(StartedSession session) =>
        new(session.Id, session.Token, session.ExpiresAt, (int)session.IdleTimeout.TotalSeconds);
}

/// <summary>The caller's session goes on with another token.</summary>
/// <param name="Session">The session with its new token. The one before opens nothing any more.</param>
internal sealed record RenewedSessionResponse(SessionTokenResponse Session)
{
    public static RenewedSessionResponse Of(RenewedSession renewed) => new(SessionTokenResponse.Of(renewed.Session));
}
