using Kayse.Grains.Errors;

namespace Kayse.Grains.Invitations;

/// <summary>Refusals of invitations.</summary>
public static class InvitationErrors
{
    /// <summary>Its time is over.</summary>
    public static readonly Refusal Expired = new("invitation_expired", "This invitation has expired. Ask for a new one.");

    /// <summary>It was taken back.</summary>
    public static readonly Refusal Revoked = new("invitation_revoked", "This invitation was withdrawn.");

    /// <summary>It was accepted or declined.</summary>
    public static readonly Refusal Used = new("invitation_used", "This invitation has already been used.");

    /// <summary>The address belongs to a member of the company.</summary>
    public static readonly Refusal EmailAlreadyMember = Email(
        "email_already_member",
        "A person with this email address is already a member."
    );

    /// <summary>The address belongs to a member who was deactivated.</summary>
    public static readonly Refusal EmailOfDeactivatedMember = Email(
        "email_already_member",
        "A person with this email address is a deactivated member. Reactivate them instead."
    );

    /// <summary>The company's policy does not let people of this domain be invited.</summary>
    public static readonly Refusal EmailDomainNotAllowed = Email(
        "email_domain_not_allowed",
        "The company does not allow people with email addresses of this domain to be invited."
    );

    /// <summary>Another pending invitation of the company has the address.</summary>
    public static readonly Refusal EmailAlreadyInvited = Email(
        "email_already_invited",
        "A person with this email address is already invited."
    );

    private static Refusal Email(string code, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["email"] = [message] } };
}
