using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Domains;

/// <summary>What changes of domains look like in the audit log, and what else follows from a check.</summary>
internal static class DomainAudit
{
    public static RecordDomainChange Of(string companyId, string action, string domain, AuditOrigin by, TimeProvider clock) =>
        new(
            new AuditRecord(
                EntityId.New(clock),
                clock.GetUtcNow(),
                by.Actor,
                action,
                new AuditTarget(AuditTargetKinds.Domain, domain, domain),
                [],
                by.IpAddress,
                by.SessionId,
                companyId
            )
        );

    /// <summary>What follows from a check: that a domain is claimed, or that its loss or return is told.</summary>
    public static IEnumerable<DomainStep> StepsAfter(
        string companyId,
        DomainRecord before,
        DomainRecord after,
        AuditOrigin by,
        TimeProvider clock
    )
    {
        if (after.VerifiedAt is null && after.LastCheck is { Result: DomainCheckResult.Found })
            yield return new ClaimDomain(after.Domain, after.Token, by);
        if (before.LostAt is null && after.LostAt is { } lostAt)
        {
            yield return Of(companyId, AuditActions.DomainLost, after.Domain, AuditOrigin.Nobody, clock);
            yield return new WarnAdmins(after.Domain, lostAt);
        }

        if (before.LostAt is not null && after.LostAt is null)
            yield return Of(companyId, AuditActions.DomainRecovered, after.Domain, AuditOrigin.Nobody, clock);
    }
}
