using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.Invitations;

/// <summary>An invitation as the company's admins see it.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="FullName">The invitee's name.</param>
/// <param name="Email">The email address it was sent to.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="Role">The role that they will have.</param>
/// <param name="JobTitle">Or null.</param>
/// <param name="CaseAccess">Every case type, or those of their scopes only.</param>
/// <param name="ScopeIds">Scopes that they will have; with <c>assigned</c>, none means no case type.</param>
/// <param name="Permissions">Permissions beyond the role's.</param>
/// <param name="AgentAccess">Every agent, or the assigned ones only.</param>
/// <param name="AgentIds">The agents that will be assigned to them; with <c>assigned</c>, none means no agent.</param>
/// <param name="AgentOverrides">By agent id, what they may do there other than with the rest.</param>
/// <param name="Status">The state of the invitation.</param>
/// <param name="InvitedBy">The inviter.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="SentAt">When it was last sent.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Delivery">The delivery state of the last mail.</param>
internal sealed record InvitationResponse(
    string Id,
    string FullName,
    string Email,
    string? PhoneNumber,
    Role Role,
    string? JobTitle,
    AccessMode CaseAccess,
    IReadOnlyList<string> ScopeIds,
    IReadOnlyList<string> Permissions,
    AccessMode AgentAccess,
    IReadOnlyList<string> AgentIds,
    IReadOnlyDictionary<string, AgentOverrideBody> AgentOverrides,
    InvitationStatus Status,
    InviterResponse InvitedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    MailDelivery Delivery
)
{
    public static InvitationResponse Of(InvitationView view) =>
        new(
            view.Id,
            view.Details.FullName,
            view.Details.Email,
            view.Details.PhoneNumber,
            view.Details.Access.Role,
            view.Details.JobTitle,
            view.Details.Access.CaseAccess,
            view.Details.Access.ScopeIds,
            view.Details.Access.Permissions,
            view.Details.Access.AgentAccess,
            view.Details.Access.AgentIds,
            AgentOverrideBody.Of(view.Details.Access.AgentOverrides),
            view.Status,
            new InviterResponse(view.InvitedBy.UserId, view.InvitedBy.FullName),
            view.CreatedAt,
            view.SentAt,
            view.ExpiresAt,
            view.Delivery
        );
}

/// <summary>The inviter.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">Their name.</param>
internal sealed record InviterResponse(string UserId, string FullName);

/// <summary>A link that accepts an invitation.</summary>
/// <param name="Url">For the invited person only. It works once.</param>
/// <param name="ExpiresAt">From when on it can't be used.</param>
internal sealed record InvitationLinkResponse(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>The result of inviting a person.</summary>
/// <param name="Outcome"><c>invited</c>.</param>
/// <param name="Invitation">The invitation.</param>
internal sealed record InvitedResponse(string Outcome, InvitationResponse Invitation);

/// <summary>The result of inviting an admin of another company.</summary>
/// <param name="Outcome"><c>added</c>.</param>
/// <param name="Member">The member.</param>
internal sealed record AddedResponse(string Outcome, MemberResponse Member);

/// <summary>An invitation as shown before it is accepted.</summary>
/// <param name="CompanyName">The inviting company.</param>
/// <param name="Email">The email address it was sent to.</param>
/// <param name="FullName">The name on it.</param>
/// <param name="Role">The role that they will have.</param>
/// <param name="InvitedBy">The name of the person who invited.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="AccountExists">Whether the email address has an account: accepting then takes its password or a
/// session.</param>
internal sealed record InvitationPreviewResponse(
    string CompanyName,
    string Email,
    string FullName,
    Role Role,
    string? InvitedBy,
    DateTimeOffset ExpiresAt,
    bool AccountExists
);
