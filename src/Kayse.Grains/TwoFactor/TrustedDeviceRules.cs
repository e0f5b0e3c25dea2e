using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

internal static class TrustedDeviceRules
{
    /// <summary>How many a person may have; one more takes the place of the one trusted first.</summary>
    public const int MaxDevices = 20;

    /// <summary>The device that the secret is of, while it is trusted.</summary>
    public static TrustedDevice? Find(IReadOnlyList<TrustedDevice> devices, TokenHash secret, DateTimeOffset now) =>
        devices.FirstOrDefault(device => device.TokenHash.Matches(secret) && now < device.ExpiresAt);

    /// <summary>Those that are still trusted.</summary>
    public static IEnumerable<TrustedDevice> Live(IReadOnlyList<TrustedDevice> devices, DateTimeOffset now) =>
        devices.Where(device => now < device.ExpiresAt);

    /// <summary>With one more.</summary>
    public static IReadOnlyList<TrustedDevice> With(IReadOnlyList<TrustedDevice> devices, TrustedDevice device, DateTimeOffset now) =>
        [.. Live(devices, now).TakeLast(MaxDevices - 1), device];

    /// <summary>With one that did without a code just now.</summary>
    public static IReadOnlyList<TrustedDevice> Used(IReadOnlyList<TrustedDevice> devices, TrustedDevice used, DateTimeOffset now) =>
        [.. devices.Select(device => ReferenceEquals(device, used) ? device with { LastUsedAt = now } : device)];

    public static IReadOnlyList<TrustedDevice> Without(IReadOnlyList<TrustedDevice> devices, string deviceId) =>
        [.. devices.Where(device => device.Id != deviceId)];
}
