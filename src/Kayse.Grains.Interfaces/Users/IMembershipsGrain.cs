using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <summary>
/// The companies that a person is in, keyed by user id: copies of what the companies' rosters say.
/// </summary>
[Alias("kayse.user-memberships")]
public interface IMembershipsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes a company's newer copy of the membership and passes it to the live sessions there; the next check of each
    /// sees it. Older copies are without effect.
    /// </summary>
    [Alias("put-membership")]
    Task PutMembershipAsync(Membership membership);

    /// <summary>
    /// Refuses <see cref="UserErrors.TooManyCompanies"/> when the person is in 100 companies, other than this.
    /// </summary>
    [ReadOnly, Alias("ensure-may-join")]
    Task EnsureMayJoinAsync(string companyId);

    /// <summary>Whether the person belongs to a company besides this one, active there or not.</summary>
    [ReadOnly, Alias("belongs-elsewhere")]
    Task<bool> BelongsElsewhereAsync(string companyId);

    /// <summary>
    /// What decides whether a company may add the person without asking them (IN-8); null when there is no such person.
    /// </summary>
    [ReadOnly, Alias("get-standing")]
    Task<UserStanding?> GetStandingAsync();

    /// <summary>The companies that would have the person (US-8).</summary>
    [ReadOnly, Alias("list-companies")]
    Task<UserCompanies> ListCompaniesAsync();

    /// <summary>
    /// Chooses the company that a sign-in opens. Refuses <c>not_found</c> when it would not have the person.
    /// </summary>
    [Alias("set-default-company")]
    Task SetDefaultCompanyAsync(string companyId);

    /// <summary>
    /// Hides the set-up checklist of a company for the person. Refuses <c>not_found</c> when it would not have the
    /// person. May be repeated.
    /// </summary>
    [Alias("dismiss-setup")]
    Task DismissSetupAsync(string companyId);
}
