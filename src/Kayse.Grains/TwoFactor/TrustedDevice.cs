using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

/// <summary>A device that needs no code.</summary>
/// <param name="Id">Its id, by which its person ends the trust.</param>
/// <param name="TokenHash">The hash of its token's secret.</param>
/// <param name="Device">What it is, and where it was.</param>
/// <param name="TrustedAt">Since when.</param>
/// <param name="LastUsedAt">When it last did without a code; null when it never did.</param>
internal sealed record TrustedDevice(
    string Id,
    TokenHash TokenHash,
    ClientDevice Device,
    DateTimeOffset TrustedAt,
    DateTimeOffset? LastUsedAt = null
)
{
    public DateTimeOffset ExpiresAt => TrustedAt + TrustedDeviceView.Lifetime;

    public TrustedDeviceView View(TokenHash? current) =>
        new(Id, Device, TrustedAt, LastUsedAt, ExpiresAt, current is { } secret && TokenHash.Matches(secret));
}
