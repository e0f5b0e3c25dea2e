using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.AccessReviews;

/// <summary>What is done with access reviews, as the audit log has it. What is done to members is the company's to record.</summary>
internal sealed record AccessReviewAudit(string CompanyId, TimeProvider Clock)
{
    public AuditRecord Started(Actor actor, AccessReviewRecord review) =>
        Of(actor, review.Find(review.StartedById)!, AuditActions.AccessReviewStarted, TargetOf(review.Id, review.Name), []);

    public AuditRecord Closed(Actor actor, Reviewer by, AccessReviewView review) =>
        Of(
            actor,
            by,
            AuditActions.AccessReviewClosed,
            TargetOf(review.Id, review.Name),
            new AuditDiff<AccessReviewCounts>(null, review.Counts)
                .Number("kept", counts => counts.Kept)
                .Number("reduced", counts => counts.Reduced)
                .Number("removed", counts => counts.Removed)
                .Number("left", counts => counts.Left)
                .Number("undecided", counts => counts.Undecided)
                .Changes
        );

    public AuditRecord ReminderChanged(Actor actor, Reviewer by, bool quarterly) =>
        Of(
            actor,
            by,
            AuditActions.AccessReviewReminderChanged,
            TargetOf(CompanyId, "Access reviews"),
            [new AuditChange("quarterly", quarterly ? "false" : "true", quarterly ? "true" : "false", Personal: false)]
        );

    private AuditRecord Of(Actor actor, Reviewer by, string action, AuditTarget target, IReadOnlyList<AuditChange> changes) =>
        new(
            EntityId.New(Clock),
            Clock.GetUtcNow(),
            new AuditActor(by.UserId, by.FullName),
            action,
            target,
            changes,
            actor.IpAddress,
            actor.SessionId,
            CompanyId
        );

    private static AuditTarget TargetOf(string id, string name) => new(AuditTargetKinds.AccessReview, id, name);
}
