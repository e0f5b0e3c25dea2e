using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Invitations;

/// <summary>The audit records of what becomes of an invitation.</summary>
internal static class InvitationAudit
{
    /// <summary>Who declines an invitation has no id that anybody knows.</summary>
    public static readonly AuditActor Invitee = new(null, "Invited person");

    /// <summary>The record of a change.</summary>
    /// <param name="after">What is about to be stored.</param>
    /// <param name="before">What is stored; null when nothing is.</param>
    /// <param name="id">The invitation's.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="clock">What time it is.</param>
    public static AuditRecord RecordOf(
        InvitationState after,
        InvitationState? before,
        string id,
        string action,
        AuditOrigin by,
        TimeProvider clock
    )
    {
        var target = new AuditTarget(AuditTargetKinds.Invitation, id, after.Details!.FullName);
        return new AuditRecord(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            action,
            target,
            Changes(before, after),
            by.IpAddress,
            by.SessionId,
            after.CompanyId!
        );
    }

    private static IReadOnlyList<AuditChange> Changes(InvitationState? before, InvitationState after) =>
        new AuditDiff<InvitationState>(before, after)
            .PersonalText("fullName", state => state.Details!.FullName)
            .PersonalText("email", state => state.Details!.Email)
            .PersonalText("phoneNumber", state => state.Details!.PhoneNumber)
            .PersonalText("jobTitle", state => state.Details!.JobTitle)
            .Grant(state => state.Details!.Access)
            .Time("expiresAt", state => state.ExpiresAt)
            .Changes;
}
