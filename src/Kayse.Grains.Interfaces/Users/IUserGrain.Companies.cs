using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

public partial interface IUserGrain
{
    /// <summary>The companies that would have the person (US-8).</summary>
    [Alias("list-companies")]
    Task<UserCompanies> ListCompaniesAsync();

    /// <summary>
    /// Chooses the company that a sign-in opens. Refuses <c>not_found</c> when it would not have the person.
    /// </summary>
    [Alias("set-default-company")]
    Task SetDefaultCompanyAsync(string companyId);

    /// <summary>
    /// Makes another company the session's active one and gives it a new token (SE-7); the old token opens nothing any
    /// more. Refuses <c>not_found</c> when the company would not have the person or the session is not theirs or not
    /// live; and <c>step_up_required</c> when the company lets no device stand in for a code, and one has.
    /// </summary>
    [Alias("switch-company")]
    Task<RenewedSession> SwitchCompanyAsync(string sessionId, string companyId);
}
