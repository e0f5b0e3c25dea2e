using Kayse.Grains.Sessions;

namespace Kayse.Grains.TwoFactor;

/// <summary>A device that a person trusts, as they see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Device">What it is, and where it was when they trusted it.</param>
/// <param name="TrustedAt">When that was.</param>
/// <param name="LastUsedAt">When it last did without a code; null when it never did.</param>
/// <param name="ExpiresAt">From when on it needs one again.</param>
/// <param name="IsCurrent">Whether it is the one that asks.</param>
[GenerateSerializer, Immutable, Alias("kayse.trusted-device-view")]
public sealed record TrustedDeviceView(
    [property: Id(0)] string Id,
    [property: Id(1)] ClientDevice Device,
    [property: Id(2)] DateTimeOffset TrustedAt,
    [property: Id(3)] DateTimeOffset? LastUsedAt,
    [property: Id(4)] DateTimeOffset ExpiresAt,
    [property: Id(5)] bool IsCurrent
)
{
    /// <summary>For how long a device needs no code.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
}
