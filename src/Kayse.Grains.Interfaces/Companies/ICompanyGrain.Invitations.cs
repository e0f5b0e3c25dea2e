using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

public partial interface ICompanyGrain
{
    /// <summary>
    /// Invites a person (IN-1, IN-2, IN-11), or adds them at once when they are a verified admin of another company and
    /// no stranger (IN-8); needs <c>members.invite</c>, a verified address, and a role not above the actor's; an API
    /// key needs <c>admin</c> for an Admin and never makes a Super Admin, for which a session needs step-up. The
    /// invitation, its expiry and its mail are on disk when the task completes. Refuses bad fields,
    /// <c>email_already_member</c>, <c>email_already_invited</c>, <c>email_domain_not_allowed</c>,
    /// <c>phone_already_invited</c>, <c>phone_in_use</c>, <c>seat_limit_reached</c>, <c>email_not_verified</c>,
    /// <c>rate_limited</c>. Repeating a command with the same id and address answers the same.
    /// </summary>
    [Alias("invite")]
    Task<Invited> InviteAsync(Actor actor, InviteMember command);

    /// <summary>
    /// What is wrong with each of many rows, or null where nothing is (IN-10): the words themselves, scopes, role and
    /// policy; not who is invited or a member already. Changes nothing. Needs <c>members.invite</c>.
    /// </summary>
    [Alias("check-many")]
    Task<IReadOnlyList<Refusal?>> CheckManyAsync(Actor actor, IReadOnlyList<InviteRow> rows);

    /// <summary>
    /// As <see cref="InviteAsync"/> for each of a stretch of rows that name different addresses: each is done wholly or
    /// not at all, and answered by itself. A row whose person is invited or a member already is skipped, so this may be
    /// repeated. Give up to 100 rows, or others wait.
    /// </summary>
    [Alias("invite-many")]
    Task<IReadOnlyList<InviteRowOutcome>> InviteManyAsync(Actor actor, IReadOnlyList<InviteRow> rows);

    /// <summary>
    /// The invitations, latest first (IN-4); needs <c>members.invite</c>. <paramref name="status"/> null: every one of
    /// the last 30 days.
    /// </summary>
    [Alias("list-invitations")]
    Task<Page<InvitationView>> ListInvitationsAsync(Actor actor, InvitationStatus? status, PageRequest page);

    /// <summary>One invitation; needs <c>members.invite</c>.</summary>
    [Alias("get-invitation")]
    Task<InvitationView> GetInvitationAsync(Actor actor, string invitationId);

    /// <summary>
    /// Changes a pending invitation (IN-6); a changed address is a resend to it. Refusals as <see cref="InviteAsync"/>,
    /// and those of an ended invitation.
    /// </summary>
    [Alias("update-invitation")]
    Task<InvitationView> UpdateInvitationAsync(Actor actor, string invitationId, UpdateInvitation command);

    /// <summary>
    /// Sends a pending or expired invitation again: a new token, a new lifetime, the old link dies (IN-6).
    /// </summary>
    [Alias("resend-invitation")]
    Task<InvitationView> ResendInvitationAsync(Actor actor, string invitationId);

    /// <summary>
    /// Takes a pending invitation back (IN-6); its link dies, mail not yet sent is withdrawn. May be repeated.
    /// </summary>
    [Alias("revoke-invitation")]
    Task RevokeInvitationAsync(Actor actor, string invitationId);

    /// <summary>
    /// Makes the holder of an invitation's token a member (IN-7). Of any number of acceptances one succeeds, the others
    /// are refused with <c>invitation_used</c>. One whose inviter may no longer give what it gives is revoked instead
    /// (IN-13). A new person takes over the account of the address when that was never proved. Refuses bad fields,
    /// <c>phone_in_use</c>, <c>not_found</c>, <c>invitation_expired</c>, <c>invitation_revoked</c>; the invitation
    /// stays as it was then.
    /// </summary>
    [Alias("accept-invitation")]
    Task<InvitationAccepted> AcceptInvitationAsync(AcceptInvitation command);

    /// <summary>Ends a pending invitation by the wish of the holder of its token (IN-7).</summary>
    [Alias("decline-invitation")]
    Task DeclineInvitationAsync(DeclineInvitation command);
}
