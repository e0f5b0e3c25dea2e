using Orleans.Concurrency;

namespace Kayse.Grains.Users;

public partial interface IUserGrain
{
    /// <summary>Whether the person belongs to a company besides this one, active there or not.</summary>
    [ReadOnly, Alias("belongs-elsewhere")]
    Task<bool> BelongsElsewhereAsync(string companyId);

    /// <summary>
    /// Erases the person for good (PR-4): ends their sessions, frees address and number, has the audit logs of the
    /// companies that they were in forget their name, and forgets everything itself. May be repeated. Refuses
    /// <c>member_elsewhere</c> while a company has them.
    /// </summary>
    [Alias("erase")]
    Task EraseAsync();
}
