using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sessions;

internal static class SessionSettingsEndpoints
{
    public static void MapSessionSettings(this RouteGroupBuilder api)
    {
        var settings = api.MapGroup("/me/session-settings").WithTags("Me").AllowsAccess(AccessKind.SignedIn);
        settings
            .MapGet("", GetAsync)
            .Documents(
                "GetMySessionSettings",
                "How long the person's sessions may stay unused",
                "What they have chosen, and what holds in the session's active company."
            );
        settings
            .MapPut("", SetAsync)
            .Documents(
                "SetMySessionSettings",
                "Choose how long one's sessions may stay unused",
                """
                Counts at once for every live session: those that have been unused for longer end. A company's shorter limit goes before it. A remembered session is not cut short by it, only by a policy.
                """
            );
    }

    private static async Task<Ok<SessionSettingsAnswer>> GetAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(await ReadAsync(caller, grains));

    private static async Task<Ok<SessionSettingsAnswer>> SetAsync(Body<SessionSettingsRequest> body, Caller caller, IGrainFactory grains)
    {
        await caller.User(grains).SetIdleTimeoutAsync(TimeSpan.FromMinutes(body.Value.IdleTimeoutMinutes!.Value));
        return TypedResults.Ok(await ReadAsync(caller, grains));
    }

    private static async Task<SessionSettingsAnswer> ReadAsync(Caller caller, IGrainFactory grains) =>
        SessionSettingsAnswer.Of(await caller.User(grains).GetSessionSettingsAsync(caller.Principal.CompanyId));
}
