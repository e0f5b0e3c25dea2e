using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Privacy;

/// <summary>
/// The export of a company's roster and audit log (PR-3), keyed by company id; for Super Admins, whose right is looked at
/// with each call.
/// </summary>
[Alias("kayse.company-export")]
public interface ICompanyExportGrain : IGrainWithStringKey
{
    /// <summary>Records in the audit log that an export begins. Refuses <c>step_up_required</c>.</summary>
    [Alias("begin")]
    Task BeginAsync(Actor actor);

    /// <summary>The next entries of the audit log from a place on, oldest first; none after the last.</summary>
    [Alias("read-chain"), AlwaysInterleave]
    Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(Actor actor, long from);
}
