using Kayse.Grains.Sessions;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sessions;

internal static class MySessionEndpoints
{
    public static void MapMySessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/me/sessions").WithTags("Me");
        sessions.MapGet("", ListMySessionsAsync).Allows(Who.SignedIn, account: AccountWide.Elsewhere);
        sessions.MapDelete("/{id}", EndMySessionAsync).Allows(Who.SignedIn, account: AccountWide.Elsewhere);
        sessions.MapPost("/sign-out-others", EndMyOtherSessionsAsync).Allows(Who.SignedIn, account: AccountWide.Elsewhere);
        sessions.MapPost("/sign-out-everywhere", EndAllMySessionsAsync).Allows(Who.SignedIn, account: AccountWide.Elsewhere);
    }

    /// <summary>List your sessions</summary>
    /// <remarks>Returns your live sessions on one page, most recently used first; at most 100.</remarks>
    public static async Task<Ok<ListResponse<MySessionResponse>>> ListMySessionsAsync(Caller caller, IGrainFactory grains)
    {
        var sessions = await caller.User<ISessionsGrain>(grains).ListSessionsAsync();
        return TypedResults.Ok(
            new ListResponse<MySessionResponse>(
                [.. sessions.Select(session => MySessionResponse.Of(session, caller))],
                NextCursor: null,
                sessions.Count
            )
        );
    }

    /// <summary>End one of your sessions</summary>
    /// <remarks>Signs you out on that device.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> EndMySessionAsync(RouteId id, Caller caller, IGrainFactory grains, HttpContext context)
    {
        var isOwn = id == caller.SessionId;
        await caller.User<ISessionsGrain>(grains).EndSessionAsync(id, isOwn ? SessionEndReason.SignedOut : SessionEndReason.Revoked);
        if (isOwn)
            SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    /// <summary>Sign out everywhere else</summary>
    /// <remarks>Ends all your sessions except the current one.</remarks>
    public static async Task<NoContent> EndMyOtherSessionsAsync(Caller caller, IGrainFactory grains)
    {
        await caller.User<ISessionsGrain>(grains).EndSessionsAsync(caller.SessionId, SessionEndReason.Revoked);
        return TypedResults.NoContent();
    }

    /// <summary>Sign out everywhere</summary>
    /// <remarks>Ends all your sessions, including the current one.</remarks>
    public static async Task<NoContent> EndAllMySessionsAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        await caller.User<ISessionsGrain>(grains).EndSessionsAsync(exceptSessionId: null, SessionEndReason.Revoked);
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }
}
