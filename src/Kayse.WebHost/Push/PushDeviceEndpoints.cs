using Kayse.Grains.Push;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Push;

internal static class PushDeviceEndpoints
{
    private static readonly ServesScopedSessions _apps = new(SessionScopes.Push);

    public static void MapPushDevices(this RouteGroupBuilder api)
    {
        var devices = api.MapGroup("/me/push-devices").WithTags("Notifications");
        devices.MapGet("", ListMyPushDevicesAsync).Allows(Who.SignedIn, scoped: _apps);
        devices.MapPost("", SubscribeToPushAsync).Allows(Who.SignedIn, limit: RateLimitKind.PushDevicesPerUser, scoped: _apps);
        devices.MapPatch("/{id}", RenamePushDeviceAsync).Allows(Who.SignedIn, limit: RateLimitKind.PushDevicesPerUser, scoped: _apps);
        devices.MapDelete("/{id}", RemovePushDeviceAsync).Allows(Who.SignedIn, scoped: _apps);
        devices.MapPost("/{id}/test", SendTestPushAsync).Allows(Who.SignedIn, limit: RateLimitKind.PushDevicesPerUser, scoped: _apps);
        api.MapPut("/me/push-settings", SetMyPushSettingsAsync).WithTags("Notifications").Allows(Who.SignedIn);
    }

    /// <summary>List your push devices</summary>
    /// <remarks>
    /// Returns the devices that get push notifications on one page, most recently added first; at most 10. A device
    /// belongs to the session in which it was added and is removed when that ends.
    ///
    /// <c>publicKey</c> is what a browser needs to subscribe, as <c>applicationServerKey</c>; it is null when push isn't
    /// set up on this installation.
    /// </remarks>
    public static async Task<Ok<PushDevicesResponse>> ListMyPushDevicesAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(PushDevicesResponse.Of(await caller.User<IPushDevicesGrain>(grains).ListAsync(), caller));

    /// <summary>Add a push device</summary>
    /// <remarks>
    /// Takes a browser's push subscription as its <c>toJSON()</c> gives it. Subscribing again with the same endpoint
    /// updates the device. Only endpoints of known push services are accepted.
    /// </remarks>
    [Refuses("too_many_push_devices", "push_unavailable")]
    public static async Task<Created<PushDeviceResponse>> SubscribeToPushAsync(
        Body<SubscribeToPushRequest> body,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        var request = body.Value;
        var device = await caller
            .User<IPushDevicesGrain>(grains)
            .SubscribeAsync(
                new SubscribePush(
                    caller.SessionId,
                    request.Endpoint,
                    request.Keys.P256dh,
                    request.Keys.Auth,
                    request.Name,
                    PushDeviceName.Of(ClientDevices.Of(context)),
                    request.PublicKey
                )
            );
        return TypedResults.Created($"{ApiRoutes.Base}/me/push-devices/{device.Id}", PushDeviceResponse.Of(device, caller));
    }

    /// <summary>Rename a push device</summary>
    [Refuses("not_found")]
    public static async Task<Ok<PushDeviceResponse>> RenamePushDeviceAsync(
        RouteId id,
        Body<RenamePushDeviceRequest> body,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(PushDeviceResponse.Of(await caller.User<IPushDevicesGrain>(grains).RenameAsync(id, body.Value.Name), caller));

    /// <summary>Remove a push device</summary>
    /// <remarks>The device gets no more notifications. Its session continues.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> RemovePushDeviceAsync(RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.User<IPushDevicesGrain>(grains).RemoveAsync(id);
        return TypedResults.NoContent();
    }

    /// <summary>Send a test notification</summary>
    /// <remarks>Sends a notification to this device. It arrives within seconds if the device is online.</remarks>
    [Refuses("not_found")]
    public static async Task<Accepted> SendTestPushAsync(RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.User<IPushDevicesGrain>(grains).SendTestAsync(id);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Set what push notifications show</summary>
    /// <remarks>
    /// By default they show only a title, because devices display them while locked. With <c>contentOnLockScreens</c> they
    /// also show the text.
    /// </remarks>
    public static async Task<NoContent> SetMyPushSettingsAsync(Body<PushSettingsRequest> body, Caller caller, IGrainFactory grains)
    {
        await caller.User<IPushDevicesGrain>(grains).AllowContentAsync(body.Value.ContentOnLockScreens!.Value);
        return TypedResults.NoContent();
    }
}
