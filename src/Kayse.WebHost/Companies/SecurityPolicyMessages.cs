using Kayse.Grains.Companies;

namespace Kayse.WebHost.Companies;

/// <summary>Replaces a company's security policy.</summary>
internal sealed class SecurityPolicyRequest
{
    /// <summary>Whether every member must use two-factor authentication.</summary>
    public required bool? TwoFactorRequired { get; init; }

    /// <summary>
    /// Grace period in days, counted from when it is required or from when a member joins: 0 to 30.
    /// </summary>
    public required int? TwoFactorGraceDays { get; init; }

    /// <summary>Idle timeout, 5 to 43,200 minutes; null for the default.</summary>
    public int? IdleTimeoutMinutes { get; init; }

    /// <summary>Absolute timeout, 15 to 525,600 minutes; null for the default.</summary>
    public int? SessionLifetimeMinutes { get; init; }

    /// <summary>Whether "Remember me" is allowed.</summary>
    public required bool? RememberMeAllowed { get; init; }

    /// <summary>Whether trusted devices can skip the second factor.</summary>
    public required bool? TrustedDevicesAllowed { get; init; }

    /// <summary>Email domains that can be invited, up to 100; empty for any.</summary>
    public required IReadOnlyList<string> InvitedEmailDomains { get; init; }

    /// <summary>
    /// How long invitations are valid, 1 to 720 hours; null for the default, usually 24 hours.
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

/// <summary>What a company requires of its members.</summary>
/// <param name="TwoFactorRequired">Whether every member must use two-factor authentication.</param>
/// <param name="TwoFactorGraceDays">Grace period in days.</param>
/// <param name="IdleTimeoutMinutes">Idle timeout in minutes; null for the default.</param>
/// <param name="SessionLifetimeMinutes">Absolute timeout in minutes; null for the default.</param>
/// <param name="RememberMeAllowed">Whether "Remember me" is allowed.</param>
/// <param name="TrustedDevicesAllowed">Whether trusted devices can skip the second factor.</param>
/// <param name="InvitedEmailDomains">Email domains that can be invited; empty for any.</param>
/// <param name="InvitationLifetimeHours">How long invitations are valid, in hours; null for the
/// default, usually 24 hours.</param>
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
