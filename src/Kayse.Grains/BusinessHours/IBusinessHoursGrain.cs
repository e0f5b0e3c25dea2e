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

    /// <summary>Whether somebody is told when the company opens and closes.</summary>
    [Alias("has-subscriber"), AlwaysInterleave]
    Task<bool> HasSubscriberAsync(string subscriber);

    /// <summary>
    /// Has the company's events tell from now on when it opens and closes. What passes before is not told. May be repeated.
    /// </summary>
    /// <param name="subscriber">Who wants that; any name.</param>
    /// <param name="by">Who asked for it.</param>
    [Alias("subscribe")]
    Task SubscribeAsync(string subscriber, AuditOrigin by);

    /// <summary>Ends that; once nobody wants it, nothing is told any more. May be repeated.</summary>
    [Alias("unsubscribe")]
    Task UnsubscribeAsync(string subscriber, AuditOrigin by);
}
