using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal static class KnownDeviceRules
{
    private const int MaxDevices = 20;

    /// <summary>
    /// Whether the person should be told of a sign-in on this device: they have been signed in, and never on one like
    /// it there.
    /// </summary>
    public static bool IsNews(IReadOnlyList<KnownDevice> known, ClientDevice device) =>
        known.Count > 0 && !known.Any(other => IsLike(other, device));

    /// <summary>
    /// The devices with this one as the latest used; without the one unused longest when there are too many.
    /// </summary>
    public static IReadOnlyList<KnownDevice> With(IReadOnlyList<KnownDevice> known, ClientDevice device, DateTimeOffset now) =>
        [
            new KnownDevice(device.Kind, device.Browser, device.OperatingSystem, device.Location, now)
            {
                FirstSignInAt = known.FirstOrDefault(other => IsLike(other, device)) is { } before ? before.FirstSignInAt : now,
            },
            .. known.Where(other => !IsLike(other, device)).Take(MaxDevices - 1),
        ];

    private static bool IsLike(KnownDevice known, ClientDevice device) =>
        (known.Kind, known.Browser, known.OperatingSystem, known.Location)
        == (device.Kind, device.Browser, device.OperatingSystem, device.Location);
}

/// <summary>
/// What a person was signed in on: as much as tells one device from another by what requests say of them, and the
/// country.
/// </summary>
internal sealed record KnownDevice(string Kind, string? Browser, string? OperatingSystem, string? Location, DateTimeOffset LastSignInAt)
{
    /// <summary>When they first signed in on it; null when that was not noted.</summary>
    public DateTimeOffset? FirstSignInAt { get; init; }
}
