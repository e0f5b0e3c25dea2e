using Kayse.Grains.Companies;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Home;

/// <summary>How far an admin has come with setting up their company.</summary>
/// <param name="User">The admin.</param>
/// <param name="TwoFactor">Their second factor.</param>
/// <param name="Policy">The company's security policy.</param>
/// <param name="SeatsTaken">Its active members and pending invitations.</param>
public sealed record SetupProgress(UserView User, TwoFactorView TwoFactor, SecurityPolicy Policy, int SeatsTaken)
{
    /// <summary>What there is to do, in this order.</summary>
    public IReadOnlyList<SetupStep> Steps { get; } =
    [
        new("Verify your email address", "Needed before you can invite anyone.", "/verify-email", User.EmailVerified),
        new("Invite your staff", "Send invitations by email, one by one or from a CSV file.", "/settings/staff/invite", SeatsTaken > 1),
        new(
            "Turn on two-factor authentication",
            "Protects your own account with a code in addition to your password.",
            "/profile/security/two-factor",
            TwoFactor.Enabled
        ),
        new(
            "Set your security policy",
            "Decide on two-factor authentication, timeouts and who can be invited.",
            "/settings/security-policy",
            !IsDefault(Policy)
        ),
    ];

    public int DoneCount => Steps.Count(step => step.IsDone);

    public bool IsDone => DoneCount == Steps.Count;

    // A list in a record is compared by identity.
    private static bool IsDefault(SecurityPolicy policy) =>
        policy.InvitedEmailDomains.Count == 0
        && policy with { InvitedEmailDomains = SecurityPolicy.Default.InvitedEmailDomains } == SecurityPolicy.Default;
}

/// <summary>One thing to do.</summary>
/// <param name="Title">As an order.</param>
/// <param name="Why">What it is good for.</param>
/// <param name="Url">Where it is done.</param>
/// <param name="IsDone">Whether it has been.</param>
public sealed record SetupStep(string Title, string Why, string Url, bool IsDone);
