using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Authorization;

/// <summary>
/// Finds out for whom permissions are checked: without an asynchronous step when their session is in memory.
/// </summary>
internal sealed class AuthorizationCaller(LiveSessions sessions, LiveApiKeys keys, SameOrigin sameOrigin)
{
    /// <summary>
    /// Responds for the caller, or with a null principal for one whose session ended because they were deactivated.
    /// Refuses everybody else who has no live session.
    /// </summary>
    public Task RespondAsync(HttpContext context, Func<HttpContext, SessionPrincipal?, Task> respond)
    {
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out var byCookie), out var token))
            return RespondToKeyAsync(context, respond);
        if (byCookie && !sameOrigin.Covers(context.Request))
            return ProblemWriter.WriteAsync(context, HttpErrors.CrossOrigin);
        var check = sessions.CheckAsync(token, out _);
        return check.IsCompletedSuccessfully ? RespondAsync(context, check.Result, respond) : WaitAsync(context, check, respond);
    }

    // On its own, so that only requests with a key pay for the closure.
    private Task RespondToKeyAsync(HttpContext context, Func<HttpContext, SessionPrincipal?, Task> respond) =>
        ApiKeyCaller.RespondAsync(context, keys, (key, _, check) => respond(key, check.Principal));

    private static async Task WaitAsync(
        HttpContext context,
        ValueTask<SessionCheck> check,
        Func<HttpContext, SessionPrincipal?, Task> respond
    ) => await RespondAsync(context, await check, respond);

    private static Task RespondAsync(HttpContext context, SessionCheck check, Func<HttpContext, SessionPrincipal?, Task> respond)
    {
        if (check.Ended == SessionEndReason.Deactivated)
            return respond(context, null);
        var refusal = check switch
        {
            { Principal: { } principal } => SessionErrors.Restricted(principal.Restriction),
            { Ended: { } reason } => SessionErrors.Ended(reason),
            _ => SessionErrors.Unauthenticated,
        };
        return refusal is null ? respond(context, check.Principal) : ProblemWriter.WriteAsync(context, refusal);
    }
}
