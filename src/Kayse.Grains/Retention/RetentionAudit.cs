using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Retention;

/// <summary>What a change of periods looks like in the audit log.</summary>
internal static class RetentionAudit
{
    public static AuditRecord Changed(string companyId, RetentionDays before, RetentionDays after, AuditOrigin by, TimeProvider clock) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            AuditActions.RetentionUpdated,
            new AuditTarget(AuditTargetKinds.Company, companyId, "Retention"),
            [
                .. Enum.GetValues<RetentionKind>()
                    .Where(kind => before.Of(kind) != after.Of(kind))
                    .Select(kind => new AuditChange(
                        RetentionRules.FieldOf(kind),
                        Text(before.Of(kind)),
                        Text(after.Of(kind)),
                        Personal: false
                    )),
            ],
            by.IpAddress,
            by.SessionId,
            companyId
        );

    private static string? Text(int? days) => days is { } number ? JsonSerializer.Serialize(number) : null;
}
