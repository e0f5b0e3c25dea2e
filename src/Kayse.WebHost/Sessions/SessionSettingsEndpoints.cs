using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sessions;

internal static class SessionSettingsEndpoints
{
    public static void MapSessionSettings(this RouteGroupBuilder api)
    {
        var settings = api.MapGroup("/me/session-settings").WithTags("Me");
        settings.MapGet("", GetMySessionSettingsAsync).Allows(Who.SignedIn);
        settings.MapPut("", SetMySessionSettingsAsync).Allows(Who.SignedIn);
    }

    /// <summary>Get your session settings</summary>
    /// <remarks>
    /// Returns the idle timeout that you have chosen and the one that applies in the active company.
    /// </remarks>
    public static async Task<Ok<SessionSettingsResponse>> GetMySessionSettingsAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(await ReadAsync(caller, grains));

    /// <summary>Set your idle timeout</summary>
    /// <remarks>
    /// Applies to all your live sessions immediately; sessions that have been idle for longer end. A shorter limit
    /// of a company takes precedence. Remembered sessions are only shortened by a company's policy.
    /// </remarks>
    public static async Task<Ok<SessionSettingsResponse>> SetMySessionSettingsAsync(
        Body<SessionSettingsRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller.User<ISessionsGrain>(grains).SetIdleTimeoutAsync(TimeSpan.FromMinutes(body.Value.IdleTimeoutMinutes!.Value));
        return TypedResults.Ok(await ReadAsync(caller, grains));
    }

    private static async Task<SessionSettingsResponse> ReadAsync(Caller caller, IGrainFactory grains) =>
        SessionSettingsResponse.Of(await caller.User<ISessionsGrain>(grains).GetSessionSettingsAsync(caller.Principal.CompanyId));
}
