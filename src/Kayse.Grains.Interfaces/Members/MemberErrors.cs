using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>Refusals of members.</summary>
public static class MemberErrors
{
    /// <summary>What nobody may do to themselves (RO-5).</summary>
    public static readonly Refusal OwnRole = new("own_role", "You can't do this to your own membership. Ask another admin.");

    /// <summary>The company would be without a Super Admin.</summary>
    public static readonly Refusal LastSuperAdmin = new(
        "last_super_admin",
        "This is the last Super Admin. Make someone else a Super Admin first."
    );

    /// <summary>Somebody outside the company has the address, so nobody can be created with it.</summary>
    public static readonly Refusal EmailInUse = new(
        "email_in_use",
        "This email address already has an account. Send an invitation instead."
    );

    /// <summary>The person works in another company as well, so that this one has no say over their account.</summary>
    public static readonly Refusal Elsewhere = new(
        "member_elsewhere",
        "This person also belongs to another company. They must be removed there first."
    );

    /// <summary>Their access was taken away, and what was tried must not give it back.</summary>
    public static readonly Refusal Deprovisioned = new(
        "member_deprovisioned",
        "This person's access was taken away. Your identity provider or an admin has to give it back."
    );

    /// <summary>The company has no say over addresses of this domain, as it hasn't verified it.</summary>
    public static readonly Refusal EmailDomainNotVerified = new(
        "email_domain_not_verified",
        "Your company hasn't verified the domain of this email address. Verify it under Settings, Domains."
    );
}
