using Kayse.Grains.Sessions;

namespace Kayse.Grains.Companies;

/// <summary>What a company requires of its staff (CO-5).</summary>
/// <param name="TwoFactorRequired">Whether everybody must have a second factor.</param>
/// <param name="TwoFactorGracePeriod">How long after the requirement, or after joining, a person may still do without;
/// 0 to 30 days.</param>
/// <param name="LongestIdleTimeout">At least 5 minutes, at most 30 days; null: the product's limit.</param>
/// <param name="LongestLifetime">At least 15 minutes, at most 365 days; null: the product's limit.</param>
/// <param name="RememberMeAllowed">Whether sessions may be remembered.</param>
/// <param name="TrustedDevicesAllowed">Whether a device may be trusted to do without the second factor.</param>
/// <param name="InvitedEmailDomains">The domains that may be invited, lower case; none means any.</param>
/// <param name="InvitationLifetime">1 hour to 30 days; null: the product's, 24 hours.</param>
[GenerateSerializer, Immutable, Alias("kayse.security-policy")]
public sealed record SecurityPolicy(
    [property: Id(0)] bool TwoFactorRequired,
    [property: Id(1)] TimeSpan TwoFactorGracePeriod,
    [property: Id(2)] TimeSpan? LongestIdleTimeout,
    [property: Id(3)] TimeSpan? LongestLifetime,
    [property: Id(4)] bool RememberMeAllowed,
    [property: Id(5)] bool TrustedDevicesAllowed,
    [property: Id(6)] IReadOnlyList<string> InvitedEmailDomains,
    [property: Id(7)] TimeSpan? InvitationLifetime
)
{
    /// <summary>A company that has set nothing.</summary>
    public static readonly SecurityPolicy Default = new(
        TwoFactorRequired: false,
        TimeSpan.FromDays(7),
        null,
        null,
        RememberMeAllowed: true,
        TrustedDevicesAllowed: true,
        [],
        null
    );

    /// <summary>What it allows sessions.</summary>
    public SessionLimits SessionLimits => new(LongestIdleTimeout, LongestLifetime, RememberMeAllowed);
}
