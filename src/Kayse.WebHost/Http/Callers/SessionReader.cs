using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Clients;

namespace Kayse.WebHost.Http.Callers;

/// <summary>Reads the session of a request for which nothing was decided by it, such as one that has no endpoint.</summary>
internal static class SessionReader
{
    /// <summary>The caller if they have a live session without a restriction; else null.</summary>
    public static async Task<Caller?> FindCallerAsync(HttpContext context)
    {
        if (context.Features.Get<Caller>() is { } known)
            return known;
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out _), out var token))
            return null;
        var check = await context.RequestServices.GetRequiredService<LiveSessions>().CheckAsync(token, out var sessionId);
        return check.Principal is { Restriction: SessionRestriction.None, Scopes: null } principal
            ? new Caller(sessionId, principal, RemoteAddress.Of(context))
            : null;
    }
}
