using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Invitations;

/// <summary>The invitations of a company, keyed by company id.</summary>
[Alias("kayse.company-invitations")]
public interface ICompanyInvitationsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Invites a person (IN-1, IN-2, IN-11), or adds them at once when they are a verified admin of another company and
    /// known to the inviter (IN-8); needs <c>members.invite</c>, a verified address, and a role not above the actor's;
    /// an API key needs <c>admin</c> for an Admin and can't invite a Super Admin, for which a session needs step-up.
    /// The invitation, its expiry and its mail are on disk when the task completes. Refuses bad fields,
    /// <c>email_already_member</c>, <c>email_already_invited</c>, <c>email_domain_not_allowed</c>,
    /// <c>phone_already_invited</c>, <c>phone_in_use</c>, <c>seat_limit_reached</c>, <c>email_not_verified</c>,
    /// <c>rate_limited</c>. Repeating a command with the same id and address returns the same result.
    /// </summary>
    [Alias("invite")]
    Task<Invited> InviteAsync(Actor actor, InviteMember command);

    /// <summary>
    /// What is wrong with each of many rows, or null where nothing is (IN-10): fields, scopes, role and policy; not
    /// whether somebody is invited or a member already. Changes nothing. Needs <c>members.invite</c>.
    /// </summary>
    [Alias("check-many")]
    Task<IReadOnlyList<Refusal?>> CheckManyAsync(Actor actor, IReadOnlyList<InviteRow> rows);

    /// <summary>
    /// <see cref="InviteAsync"/> for each row; no two rows may have the same address. Each row succeeds or fails by
    /// itself. A row whose person is invited or a member already is skipped, so this may be repeated. Pass up to 100
    /// rows at a time, so that others are served in between.
    /// </summary>
    [Alias("invite-many")]
    Task<IReadOnlyList<InviteRowOutcome>> InviteManyAsync(Actor actor, IReadOnlyList<InviteRow> rows);

    /// <summary>
    /// The invitations, latest first (IN-4); needs <c>members.invite</c>. <paramref name="status"/> null: all of the
    /// last 30 days. <paramref name="search"/>: words that all occur in the name or the address; null for everybody.
    /// </summary>
    [Alias("list"), AlwaysInterleave]
    Task<Page<InvitationView>> ListInvitationsAsync(Actor actor, InvitationStatus? status, string? search, PageRequest page);

    /// <summary>How many invitations can still be accepted; needs <c>members.invite</c>.</summary>
    [Alias("count-pending"), AlwaysInterleave]
    Task<int> CountPendingInvitationsAsync(Actor actor);

    /// <summary>One invitation; needs <c>members.invite</c>.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<InvitationView> GetInvitationAsync(Actor actor, string invitationId);

    /// <summary>
    /// Changes a pending invitation (IN-6); a new address is a resend to it. Refuses as <see cref="InviteAsync"/> does,
    /// and an invitation that has ended.
    /// </summary>
    [Alias("update")]
    Task<InvitationView> UpdateInvitationAsync(Actor actor, string invitationId, UpdateInvitation command);

    /// <summary>
    /// Sends a pending or expired invitation again (IN-6): new token, new lifetime, new mail; the old link dies.
    /// </summary>
    [Alias("resend")]
    Task<InvitationView> ResendInvitationAsync(Actor actor, string invitationId);

    /// <summary>
    /// Makes another link for a pending invitation, for the actor to pass on themselves; needs what
    /// <see cref="ResendInvitationAsync"/> needs. It lasts as long as the mailed one, which goes on working; the link
    /// that was made before it dies. Unlike the mailed one it doesn't prove that the address is theirs who uses it.
    /// </summary>
    [Alias("create-link")]
    Task<InvitationLink> CreateInvitationLinkAsync(Actor actor, string invitationId);

    /// <summary>
    /// Revokes a pending invitation (IN-6); its link dies, and a mail not yet sent is withdrawn. May be repeated.
    /// </summary>
    [Alias("revoke")]
    Task RevokeInvitationAsync(Actor actor, string invitationId);

    /// <summary>
    /// Makes the holder of an invitation's token a member (IN-7). Of any number of acceptances one succeeds; the others
    /// are refused with <c>invitation_used</c>. An invitation whose inviter may no longer give what it gives is revoked
    /// instead (IN-13). A new person takes over the account of the address if that address was never verified. Refuses
    /// bad fields, <c>phone_in_use</c>, <c>not_found</c>, <c>invitation_expired</c>, <c>invitation_revoked</c>; the
    /// invitation is then unchanged.
    /// </summary>
    [Alias("accept")]
    Task<InvitationAccepted> AcceptInvitationAsync(AcceptInvitation command);

    /// <summary>Declines a pending invitation, by the holder of its token (IN-7).</summary>
    [Alias("decline")]
    Task DeclineInvitationAsync(DeclineInvitation command);
}
