using Kayse.Grains.Errors;

namespace Kayse.Grains.Invitations;

/// <summary>Refusals of invitations.</summary>
public static class InvitationErrors
{
    /// <summary>Its time is over.</summary>
    public static readonly Refusal Expired = new("invitation_expired", "This invitation has expired. Ask for a new one.");

    /// <summary>It was taken back.</summary>
    public static readonly Refusal Revoked = new(
        "invitation_revoked",
        "This invitation was revoked. Ask the person who invited you for a new one."
    );

    /// <summary>It was accepted or declined.</summary>
    public static readonly Refusal Used = new("invitation_used", "This invitation has already been used.");

    /// <summary>The address belongs to a member of the company.</summary>
    public static readonly Refusal EmailAlreadyMember = Email(
        "email_already_member",
        "Someone with this email address is already a member."
    );

    /// <summary>The address belongs to a member who was deactivated.</summary>
    public static readonly Refusal EmailOfDeactivatedMember = Email(
        "email_already_member",
        "This email address belongs to a deactivated member. Reactivate them instead."
    );

    /// <summary>The company's policy does not let people of this domain be invited.</summary>
    public static readonly Refusal EmailDomainNotAllowed = Email(
        "email_domain_not_allowed",
        "Your security policy doesn't allow invitations to this email domain. Use another address, or ask an admin to allow the domain."
    );

    /// <summary>Another pending invitation of the company has the address.</summary>
    public static readonly Refusal EmailAlreadyInvited = Email(
        "email_already_invited",
        "This email address has already been invited. Resend or edit the pending invitation instead."
    );

    private static Refusal Email(string code, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["email"] = [message] } };
}
