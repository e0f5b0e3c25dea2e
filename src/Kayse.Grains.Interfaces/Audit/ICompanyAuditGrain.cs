using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Audit;

/// <summary>
/// A company's audit log as its Admins and Super Admins read it (CO-6), keyed by company id. These reads interleave:
/// the log may take its time without holding up the company.
/// </summary>
[Alias("kayse.company-audit")]
public interface ICompanyAuditGrain : IGrainWithStringKey
{
    /// <summary>What was done in the company, latest first.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<Page<AuditEntry>> ListAuditAsync(Actor actor, AuditFilter filter, PageRequest page);

    /// <summary>Verifies a part of the log as <see cref="IAuditLogGrain.VerifyAsync"/> does.</summary>
    [Alias("verify"), AlwaysInterleave]
    Task<AuditVerification> VerifyAuditAsync(Actor actor, AuditChainPoint? from);

    /// <summary>
    /// The events after a cursor, oldest first, as <see cref="IAuditLogGrain.ReadEventsAsync"/> returns them.
    /// </summary>
    [Alias("read-events"), AlwaysInterleave]
    Task<CompanyEvents> ReadEventsAsync(Actor actor, string? after, int limit);
}
