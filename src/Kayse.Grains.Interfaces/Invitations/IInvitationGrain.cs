using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Invitations;

/// <summary>
/// One invitation, keyed by its id: details, token hash, expiry. Its company drives it; only <see cref="LookUpAsync"/>
/// is called from outside. Whether it has expired is computed from the clock at each use; its reminder tidies up. It
/// gives the account of what becomes of it to the audit log itself: each change is stored with its account, which stays
/// there until the log has it.
/// </summary>
[Alias("kayse.invitation")]
public interface IInvitationGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes the invitation: stores it with its expiry reminder, hands its mail to the outbox. Refuses
    /// <c>rate_limited</c>. May be repeated.
    /// </summary>
    [Alias("create")]
    Task<InvitationView> CreateAsync(CreateInvitation command);

    /// <summary>
    /// Finishes what a crash interrupted: sends a mail that was not handed over, withdraws one that is pointless.
    /// Answers the invitation, or null when nothing of it was stored. May be repeated.
    /// </summary>
    [Alias("settle")]
    Task<InvitationView?> SettleAsync();

    /// <summary>The invitation, or null when there is none (any more).</summary>
    [Alias("get")]
    Task<InvitationView?> GetAsync();

    /// <summary>
    /// What the holder of the token may know. Changes nothing. Refuses <c>not_found</c>, <c>invitation_expired</c>,
    /// <c>invitation_revoked</c>, <c>invitation_used</c>.
    /// </summary>
    [Alias("look-up")]
    Task<InvitationPreview> LookUpAsync(TokenHash secret);

    /// <summary>
    /// Changes details; sends again when the address changed. Whoever does it is the inviter from then on. Refuses as
    /// <see cref="LookUpAsync"/> and <see cref="CreateAsync"/>.
    /// </summary>
    [Alias("update")]
    Task<InvitationView> UpdateAsync(InvitationDetails details, TimeSpan lifetime, AuditOrigin by);

    /// <summary>
    /// New token, new lifetime, new mail; the old link dies. Whoever does it is the inviter from then on. Refuses what
    /// was accepted, declined or revoked, and <c>rate_limited</c>.
    /// </summary>
    [Alias("resend")]
    Task<InvitationView> ResendAsync(TimeSpan lifetime, AuditOrigin by);

    /// <summary>
    /// Makes a further link, which takes the place of one that was made so before; the mailed one goes on working.
    /// Whoever does it is the inviter from then on. Refuses what has ended.
    /// </summary>
    [Alias("create-link")]
    Task<InvitationLink> CreateLinkAsync(AuditOrigin by);

    /// <summary>Ends it as revoked. Refuses what was accepted or declined. May be repeated.</summary>
    [Alias("revoke")]
    Task RevokeAsync(AuditOrigin by);

    /// <summary>
    /// Decides who accepts the invitation: the first to come with the token, which is stored. Refuses as
    /// <see cref="LookUpAsync"/>, and <c>invitation_used</c> while an acceptance is under way.
    /// </summary>
    [Alias("begin-acceptance")]
    Task<InvitationAcceptance> BeginAcceptanceAsync(TokenHash secret, NewPerson? newPerson, string userId, string? ipAddress);

    /// <summary>The acceptance that is under way, or null.</summary>
    [Alias("get-acceptance")]
    Task<InvitationAcceptance?> GetAcceptanceAsync();

    /// <summary>
    /// The acceptance has taken effect, and the company has recorded that in the audit log: ends the invitation as
    /// accepted. May be repeated.
    /// </summary>
    [Alias("complete-acceptance")]
    Task CompleteAcceptanceAsync();

    /// <summary>The acceptance could not take effect: the invitation is pending again. May be repeated.</summary>
    [Alias("cancel-acceptance")]
    Task CancelAcceptanceAsync();

    /// <summary>Ends it as declined. Refuses as <see cref="LookUpAsync"/>.</summary>
    [Alias("decline")]
    Task DeclineAsync(TokenHash secret, AuditOrigin by);
}
