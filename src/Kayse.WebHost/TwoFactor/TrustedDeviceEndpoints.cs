using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.TwoFactor;

internal static class TrustedDeviceEndpoints
{
    public static void MapTrustedDevices(this RouteGroupBuilder api)
    {
        var devices = api.MapGroup("/me/trusted-devices").WithTags("Me").AllowsAccess(AccessKind.SignedIn);
        devices
            .MapGet("", ListAsync)
            .Documents(
                "ListMyTrustedDevices",
                "Devices that need no code",
                "Latest trusted first; at most 20, on one page. All are gone when the password or the second factor changes."
            );
        devices
            .MapDelete("/{id}", DistrustAsync)
            .Documents(
                "DistrustDevice",
                "Trust a device no longer",
                "The next sign-in on it takes a code. Sessions that have begun on it go on."
            )
            .Refuses("not_found");
    }

    private static async Task<Ok<ListAnswer<TrustedDeviceAnswer>>> ListAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        var current = DeviceToken.SecretOf(DeviceCookie.Read(context.Request), caller.Principal.UserId);
        var devices = await caller.User(grains).ListTrustedDevicesAsync(current);
        return TypedResults.Ok(
            new ListAnswer<TrustedDeviceAnswer>([.. devices.Select(TrustedDeviceAnswer.Of)], NextCursor: null, devices.Count)
        );
    }

    private static async Task<NoContent> DistrustAsync(string id, Caller caller, IGrainFactory grains) =>
        EntityId.IsWellFormed(id) && await caller.User(grains).DistrustDeviceAsync(id)
            ? TypedResults.NoContent()
            : throw new RefusedException(GeneralErrors.NotFound);
}
