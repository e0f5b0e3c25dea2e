using Kayse.Grains.TwoFactor;

namespace Kayse.WebHost.TwoFactor;

/// <summary>A device on which signing in takes no code.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Current">Whether it is the browser that asks.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">Such as Firefox, or null.</param>
/// <param name="Os">Such as Windows, or null.</param>
/// <param name="Location">Roughly where it was then: a country, <c>Local network</c> or <c>Unknown</c>.</param>
/// <param name="TrustedAt">When it was trusted.</param>
/// <param name="LastUsedAt">When a sign-in on it last took no code; null when none has.</param>
/// <param name="ExpiresAt">From when on it takes one again.</param>
internal sealed record TrustedDeviceResponse(
    string Id,
    bool Current,
    string Device,
    string? Browser,
    string? Os,
    string? Location,
    DateTimeOffset TrustedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset ExpiresAt
)
{
    public static TrustedDeviceResponse Of(TrustedDeviceView view) =>
        new(
            view.Id,
            view.IsCurrent,
            view.Device.Kind,
            view.Device.Browser,
            view.Device.OperatingSystem,
            view.Device.Location,
            view.TrustedAt,
            view.LastUsedAt,
            view.ExpiresAt
        );
}
