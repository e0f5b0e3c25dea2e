using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.BusinessHours;

/// <summary>When a company is open (CO-4), keyed by company id. Whether it is at an instant is computed, not stored.</summary>
[Alias("kayse.company-business-hours")]
public interface ICompanyBusinessHoursGrain : IGrainWithStringKey
{
    /// <summary>The hours, to every active member.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BusinessHoursView> GetBusinessHoursAsync(Actor actor);

    /// <summary>
    /// Whether it is open, now or at an instant of this century; to every active member. Refuses bad fields.
    /// </summary>
    [Alias("get-status"), AlwaysInterleave]
    Task<BusinessHoursStatus> GetBusinessHoursStatusAsync(Actor actor, DateTimeOffset? at);

    /// <summary>
    /// Replaces the hours; for Admins and above. Refuses bad fields, intervals that overlap, and
    /// <c>version_conflict</c>. May be repeated: the same hours again change nothing.
    /// </summary>
    [Alias("set")]
    Task<BusinessHoursView> SetBusinessHoursAsync(Actor actor, SetBusinessHours command);
}
