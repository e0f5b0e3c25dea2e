using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Http.Versions;

namespace Kayse.WebHost.Users;

internal static class MeEndpoints
{
    public static void MapMe(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        me.MapGet("", GetAsync)
            .AllowsApiKeys(ApiKeyPermissions.None)
            .AllowsAccess(AccessKind.SignedIn)
            .ServesRestricted()
            .Documents("GetMe", "The signed-in person", "Who the session belongs to.");
        me.MapPatch("", UpdateAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.ProfileChangesPerUser)
            .Documents(
                "UpdateMe",
                "Change the profile",
                "A new name is in every live session of the person with their next request. What a company calls them in its lists is the company's, and stays."
            )
            .Refuses("phone_invalid");
    }

    private static async Task<Versioned<MeAnswer>> GetAsync(Caller caller, IGrainFactory grains) =>
        Show(await caller.User(grains).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound));

    private static async Task<Versioned<MeAnswer>> UpdateAsync(
        Body<UpdateProfileRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.User(grains).UpdateProfileAsync(body.Value.ToCommand(ifMatch.Version)));

    private static Versioned<MeAnswer> Show(UserView user) => Versioned.Ok(MeAnswer.Of(user), user.Version);
}
