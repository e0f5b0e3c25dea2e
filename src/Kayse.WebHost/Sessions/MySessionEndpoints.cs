using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sessions;

internal static class MySessionEndpoints
{
    public static void MapMySessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/me/sessions").WithTags("Me").AllowsAccess(AccessKind.SignedIn);
        sessions
            .MapGet("", ListAsync)
            .Documents(
                "ListMySessions",
                "Where the person is signed in",
                "The live sessions, latest used first. At most 100, on one page."
            );
        sessions
            .MapDelete("/{id}", EndAsync)
            .Documents("EndMySession", "Sign out elsewhere", "Ends one session of the person.")
            .Refuses("not_found");
        sessions
            .MapPost("/sign-out-others", EndOthersAsync)
            .Documents(
                "EndMyOtherSessions",
                "Sign out everywhere else",
                "Ends every session of the person but the one that makes the request."
            );
        sessions
            .MapPost("/sign-out-everywhere", EndAllAsync)
            .Documents(
                "EndAllMySessions",
                "Sign out everywhere",
                "Ends every session of the person, with the one that makes the request."
            );
    }

    private static async Task<Ok<ListAnswer<MySessionAnswer>>> ListAsync(Caller caller, IGrainFactory grains)
    {
        var sessions = await caller.User(grains).ListSessionsAsync();
        return TypedResults.Ok(
            new ListAnswer<MySessionAnswer>(
                [.. sessions.Select(session => MySessionAnswer.Of(session, caller))],
                NextCursor: null,
                sessions.Count
            )
        );
    }

    private static async Task<NoContent> EndAsync(string id, Caller caller, IGrainFactory grains, HttpContext context)
    {
        if (!EntityId.IsWellFormed(id))
            throw new RefusedException(GeneralErrors.NotFound);
        var isOwn = id == caller.SessionId;
        await caller.User(grains).EndSessionAsync(id, isOwn ? SessionEndReason.SignedOut : SessionEndReason.Revoked);
        if (isOwn)
            SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndOthersAsync(Caller caller, IGrainFactory grains)
    {
        await caller.User(grains).EndSessionsAsync(caller.SessionId, SessionEndReason.Revoked);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndAllAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        await caller.User(grains).EndSessionsAsync(exceptSessionId: null, SessionEndReason.Revoked);
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }
}
