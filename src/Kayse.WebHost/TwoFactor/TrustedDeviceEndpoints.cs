using Kayse.Grains.Errors;
using Kayse.Grains.TwoFactor;
using Kayse.WebHost.Http;
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
        var devices = api.MapGroup("/me/trusted-devices").WithTags("Two-factor authentication");
        devices.MapGet("", ListMyTrustedDevicesAsync).Allows(Who.SignedIn);
        devices.MapDelete("/{id}", DistrustDeviceAsync).Allows(Who.SignedIn);
    }

    /// <summary>List your trusted devices</summary>
    /// <remarks>
    /// Returns the devices that skip the second factor on one page, most recently trusted first; at most 20.
    /// Changing your password or second factor removes all of them.
    /// </remarks>
    public static async Task<Ok<ListResponse<TrustedDeviceResponse>>> ListMyTrustedDevicesAsync(
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        var current = DeviceToken.SecretOf(DeviceCookie.Read(context.Request), caller.Principal.UserId);
        var devices = await caller.User<ITwoFactorGrain>(grains).ListTrustedDevicesAsync(current);
        return TypedResults.Ok(
            new ListResponse<TrustedDeviceResponse>([.. devices.Select(TrustedDeviceResponse.Of)], NextCursor: null, devices.Count)
        );
    }

    /// <summary>Remove a trusted device</summary>
    /// <remarks>The next sign-in on it requires a code. Sessions that were started on it continue.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> DistrustDeviceAsync(RouteId id, Caller caller, IGrainFactory grains) =>
        await caller.User<ITwoFactorGrain>(grains).DistrustDeviceAsync(id)
            ? TypedResults.NoContent()
            : throw new RefusedException(GeneralErrors.NotFound);
}
