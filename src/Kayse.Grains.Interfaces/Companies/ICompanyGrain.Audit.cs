using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Companies;

// They only look, and the log may take its time: nobody waits for them.
public partial interface ICompanyGrain
{
    /// <summary>What was done in the company, latest first (CO-6); for Admins and above.</summary>
    [Alias("list-audit"), AlwaysInterleave]
    Task<Page<AuditEntry>> ListAuditAsync(Actor actor, AuditFilter filter, PageRequest page);

    /// <summary>
    /// Checks a stretch of the log as <see cref="IAuditLogGrain.VerifyAsync"/> does; for Admins and above.
    /// </summary>
    [Alias("verify-audit"), AlwaysInterleave]
    Task<AuditVerification> VerifyAuditAsync(Actor actor, AuditChainPoint? from);

    /// <summary>
    /// The events after a cursor, oldest first, as <see cref="IAuditLogGrain.ReadEventsAsync"/> gives them; for Admins
    /// and above.
    /// </summary>
    [Alias("read-events"), AlwaysInterleave]
    Task<CompanyEvents> ReadEventsAsync(Actor actor, string? after, int limit);
}
