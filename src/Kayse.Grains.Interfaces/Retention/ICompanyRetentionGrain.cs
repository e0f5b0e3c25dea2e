using Kayse.Grains.Members;

namespace Kayse.Grains.Retention;

/// <summary>How long a company keeps what (CO-14), keyed by company id.</summary>
[Alias("kayse.company-retention")]
public interface ICompanyRetentionGrain : IGrainWithStringKey
{
    /// <summary>The periods, to every active member: it is also their data that is kept.</summary>
    [Alias("get")]
    Task<RetentionView> GetRetentionAsync(Actor actor);

    /// <summary>
    /// Replaces the periods; for Admins and above, and that of the audit log for Super Admins. Refuses periods outside
    /// of the operator's limits, and <c>version_conflict</c>. May be repeated: the same periods again change nothing.
    /// </summary>
    [Alias("set")]
    Task<RetentionView> SetRetentionAsync(Actor actor, SetRetention command);
}
