using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.WebHost.Api.OpenApi;
using Kayse.WebHost.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Api.Users;

internal static class MeEndpoints
{
    public static void MapMe(this RouteGroupBuilder api) => api.MapGet("/me", GetAsync)
        .AllowsApiKeys(ApiKeyPermissions.None)
        .WithTags("Me")
        .AllowsAccess(AccessKind.SignedIn)
        .ServesRestricted()
        .Documents("GetMe", "The signed-in person", "Who the session belongs to.");

    private static async Task<Ok<UserAnswer>> GetAsync(Caller caller, IGrainFactory grains)
        => TypedResults.Ok(UserAnswer.Of(await caller.User(grains).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound)));
}
