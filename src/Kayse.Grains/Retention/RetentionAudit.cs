using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Retention;

/// <summary>What a change of periods looks like in the audit log.</summary>
internal static class RetentionAudit
{
    public static AuditRecord Changed(string companyId, RetentionDays before, RetentionDays after, AuditOrigin by, TimeProvider clock)
    {
        var changes = new AuditDiff<RetentionDays>(before, after);
        foreach (var kind in Enum.GetValues<RetentionKind>())
            changes.Number(RetentionRules.FieldOf(kind), days => days.Of(kind));
        return new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            AuditActions.RetentionUpdated,
            new AuditTarget(AuditTargetKinds.Company, companyId, "Retention"),
            changes.Changes,
            by.IpAddress,
            by.SessionId,
            companyId
        );
    }
}
