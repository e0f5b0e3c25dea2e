namespace Kayse.Grains.Companies;

/// <summary>Replaces the security policy (CO-5), in the words of an admin: nothing is checked yet.</summary>
/// <param name="TwoFactorRequired">Whether everybody must have a second factor.</param>
/// <param name="TwoFactorGraceDays">0 to 30.</param>
/// <param name="IdleTimeoutMinutes">5 to 43,200; null: the product's limit.</param>
/// <param name="SessionLifetimeMinutes">15 to 525,600; null: the product's limit.</param>
/// <param name="RememberMeAllowed">Whether sessions may be remembered.</param>
/// <param name="TrustedDevicesAllowed">Whether a device may be trusted to do without the second factor.</param>
/// <param name="InvitedEmailDomains">Up to 100; none means any.</param>
/// <param name="InvitationLifetimeHours">1 to 720; null: the product's.</param>
/// <param name="ExpectedVersion">The version that the change is meant for; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-security-policy")]
public sealed record SetSecurityPolicy(
    [property: Id(0)] bool TwoFactorRequired,
    [property: Id(1)] int TwoFactorGraceDays,
    [property: Id(2)] int? IdleTimeoutMinutes,
    [property: Id(3)] int? SessionLifetimeMinutes,
    [property: Id(4)] bool RememberMeAllowed,
    [property: Id(5)] bool TrustedDevicesAllowed,
    [property: Id(6)] IReadOnlyList<string> InvitedEmailDomains,
    [property: Id(7)] int? InvitationLifetimeHours,
    [property: Id(8)] long? ExpectedVersion
);

/// <summary>The security policy as admins see it.</summary>
/// <param name="Policy">What it says.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.security-policy-view")]
public sealed record SecurityPolicyView([property: Id(0)] SecurityPolicy Policy, [property: Id(1)] long Version);
