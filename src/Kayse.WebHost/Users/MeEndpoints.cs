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
        me.MapGet("", GetMeAsync)
            .Allows(Who.SignedIn, keys: ApiKeyPermissions.None, onlyKeysOfPeople: true, restricted: ServesRestrictedSessions.Any);
        me.MapPatch("", UpdateMeAsync).Allows(Who.SignedIn, limit: RateLimitKind.ProfileChangesPerUser);
    }

    /// <summary>Get your profile</summary>
    /// <remarks>Returns the person whom the session or API key belongs to.</remarks>
    public static async Task<Versioned<MeResponse>> GetMeAsync(Caller caller, IGrainFactory grains) =>
        Show(await caller.User<IUserGrain>(grains).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound));

    /// <summary>Update your profile</summary>
    /// <remarks>
    /// A new name appears in your sessions with your next request. The name that a company uses for you belongs to
    /// the company and stays.
    /// </remarks>
    [Refuses("phone_invalid")]
    public static async Task<Versioned<MeResponse>> UpdateMeAsync(
        Body<UpdateProfileRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.User<IUserGrain>(grains).UpdateProfileAsync(body.Value.ToCommand(ifMatch.Version)));

    private static Versioned<MeResponse> Show(UserView user) => Versioned.Ok(MeResponse.Of(user), user.Version);
}
