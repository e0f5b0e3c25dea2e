using Kayse.Grains.Companies;

namespace Kayse.WebHost.Companies;

/// <summary>Replaces a company's security policy.</summary>
internal sealed class SecurityPolicyRequest
{
    /// <summary>Whether everybody must have a second factor.</summary>
    public required bool? TwoFactorRequired { get; init; }

    /// <summary>
    /// For how many days after it is required, or after joining, a person may still do without: 0 to 30.
    /// </summary>
    public required int? TwoFactorGraceDays { get; init; }

    /// <summary>How long a session may stay unused, 5 to 43,200; null: only the product's limit counts.</summary>
    public int? IdleTimeoutMinutes { get; init; }

    /// <summary>How long a session may last, 15 to 525,600; null: only the product's limit counts.</summary>
    public int? SessionLifetimeMinutes { get; init; }

    /// <summary>Whether sessions may be remembered.</summary>
    public required bool? RememberMeAllowed { get; init; }

    /// <summary>Whether a device may be trusted to do without the second factor.</summary>
    public required bool? TrustedDevicesAllowed { get; init; }

    /// <summary>The domains whose addresses may be invited, up to 100; none means any.</summary>
    public required IReadOnlyList<string> InvitedEmailDomains { get; init; }

    /// <summary>
    /// How long an invitation can be accepted, 1 to 720; null: 24 hours, or what the operator has set.
    /// </summary>
    public int? InvitationLifetimeHours { get; init; }

    public SetSecurityPolicy ToCommand(long? expectedVersion) =>
        new(
            TwoFactorRequired!.Value,
            TwoFactorGraceDays!.Value,
            IdleTimeoutMinutes,
            SessionLifetimeMinutes,
            RememberMeAllowed!.Value,
            TrustedDevicesAllowed!.Value,
            InvitedEmailDomains,
            InvitationLifetimeHours,
            expectedVersion
        );
}

/// <summary>What a company requires of its staff.</summary>
/// <param name="TwoFactorRequired">Whether everybody must have a second factor.</param>
/// <param name="TwoFactorGraceDays">For how many days a person may still do without.</param>
/// <param name="IdleTimeoutMinutes">How long a session may stay unused; null: only the product's limit counts.</param>
/// <param name="SessionLifetimeMinutes">How long a session may last; null: only the product's limit counts.</param>
/// <param name="RememberMeAllowed">Whether sessions may be remembered.</param>
/// <param name="TrustedDevicesAllowed">Whether a device may be trusted to do without the second factor.</param>
/// <param name="InvitedEmailDomains">The domains whose addresses may be invited; none means any.</param>
/// <param name="InvitationLifetimeHours">How long an invitation can be accepted; null: 24 hours, or what the operator
/// has set.</param>
internal sealed record SecurityPolicyResponse(
    bool TwoFactorRequired,
    int TwoFactorGraceDays,
    int? IdleTimeoutMinutes,
    int? SessionLifetimeMinutes,
    bool RememberMeAllowed,
    bool TrustedDevicesAllowed,
    IReadOnlyList<string> InvitedEmailDomains,
    int? InvitationLifetimeHours
)
{
    public static SecurityPolicyResponse Of(SecurityPolicy policy) =>
        new(
            policy.TwoFactorRequired,
            (int)policy.TwoFactorGracePeriod.TotalDays,
            (int?)policy.LongestIdleTimeout?.TotalMinutes,
            (int?)policy.LongestLifetime?.TotalMinutes,
            policy.RememberMeAllowed,
            policy.TrustedDevicesAllowed,
            policy.InvitedEmailDomains,
            (int?)policy.InvitationLifetime?.TotalHours
        );
}
