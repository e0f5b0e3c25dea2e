using Kayse.Grains.Audit;
using Orleans.Concurrency;

namespace Kayse.Grains.BusinessHours;

/// <summary>The hours of one company, keyed by company id; called by the company only.</summary>
[Alias("kayse.business-hours")]
internal interface IBusinessHoursGrain : IGrainWithStringKey
{
    /// <summary>The hours.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BusinessHoursView> GetAsync();

    /// <summary>Whether the company is open at an instant; without one, now.</summary>
    [Alias("get-status"), AlwaysInterleave]
    Task<BusinessHoursStatus> GetStatusAsync(DateTimeOffset? at);

    /// <summary>
    /// Replaces the hours by such that were checked, and records what differs in the audit log. Refuses
    /// <c>version_conflict</c>. May be repeated.
    /// </summary>
    [Alias("set")]
    Task<BusinessHoursView> SetAsync(SetBusinessHours command, AuditOrigin by);
}
