using Kayse.Grains.Audit;
using Orleans.Concurrency;

namespace Kayse.Grains.Retention;

/// <summary>
/// The periods of one company, keyed by company id. Whoever has data of a kind asks here how long to keep it; only the
/// audit log is told.
/// </summary>
[Alias("kayse.retention")]
internal interface IRetentionGrain : IGrainWithStringKey
{
    /// <summary>The periods.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<RetentionView> GetAsync();

    /// <summary>
    /// How many days data of a kind is kept that always has an end.
    /// </summary>
    [Alias("get-days"), AlwaysInterleave]
    Task<int> GetDaysAsync(RetentionKind kind);

    /// <summary>
    /// Replaces the periods by such that were checked, records it in the audit log, and tells that its own period.
    /// Refuses <c>version_conflict</c>. May be repeated.
    /// </summary>
    [Alias("set")]
    Task<RetentionView> SetAsync(SetRetention command, AuditOrigin by);
}
