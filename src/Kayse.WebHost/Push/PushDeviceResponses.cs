using Kayse.Grains.Push;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Push;

/// <summary>Your push devices.</summary>
/// <param name="Items">The devices, most recently added first.</param>
/// <param name="NextCursor">Always null: there is one page.</param>
/// <param name="Total">How many there are.</param>
/// <param name="PublicKey">For a browser's <c>applicationServerKey</c>; null if push isn't set up on this
/// installation.</param>
/// <param name="ContentOnLockScreens">Whether notifications show their text besides the title.</param>
internal sealed record PushDevicesResponse(
    IReadOnlyList<PushDeviceResponse> Items,
    string? NextCursor,
    int Total,
    string? PublicKey,
    bool ContentOnLockScreens
)
{
    public static PushDevicesResponse Of(PushDevicesView view, Caller caller) =>
        new(
            [.. view.Devices.Select(device => PushDeviceResponse.Of(device, caller))],
            NextCursor: null,
            view.Devices.Count,
            view.PublicKey,
            view.IsContentAllowed
        );
}

/// <summary>A device that gets push notifications.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Service">The host of its push service.</param>
/// <param name="SessionId">The session to which it belongs.</param>
/// <param name="Current">Whether that is the session of the request.</param>
/// <param name="Fingerprint">SHA-256 of its endpoint, base64url: a browser knows itself by it.</param>
/// <param name="NeedsRenewal">Whether its browser should subscribe again with the current public key.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastSentAt">When its push service last took a notification; null if never.</param>
internal sealed record PushDeviceResponse(
    string Id,
    string Name,
    string Service,
    string SessionId,
    bool Current,
    string Fingerprint,
    bool NeedsRenewal,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSentAt
)
{
    public static PushDeviceResponse Of(PushDeviceView device, Caller caller) =>
        new(
            device.Id,
            device.Name,
            device.Service,
            device.SessionId,
            device.SessionId == caller.SessionId,
            device.Fingerprint,
            device.NeedsRenewal,
            device.CreatedAt,
            device.LastSentAt
        );
}
