using Kayse.Grains.TwoFactor;

namespace Kayse.WebHost.TwoFactor;

/// <summary>A trusted device.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Current">Whether this is the browser of the request.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">For example Firefox; null if unknown.</param>
/// <param name="Os">For example Windows; null if unknown.</param>
/// <param name="Location">The approximate location at that time: a country, <c>Local network</c> or <c>Unknown</c>.</param>
/// <param name="TrustedAt">When it was trusted.</param>
/// <param name="LastUsedAt">When a sign-in last skipped the code; null if never.</param>
/// <param name="ExpiresAt">When it stops being trusted.</param>
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
