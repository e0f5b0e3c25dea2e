using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

public partial interface ICompanyGrain
{
    /// <summary>
    /// Changes the details (CO-2); for Admins and above. A new name is in every live session of its members when the
    /// task completes. Refuses bad fields, <c>email_invalid</c>, <c>phone_invalid</c>, <c>version_conflict</c>.
    /// </summary>
    [Alias("update")]
    Task<CompanyView> UpdateAsync(Actor actor, UpdateCompany command);

    /// <summary>The security policy (CO-5); for Admins and above.</summary>
    [Alias("get-security-policy")]
    Task<SecurityPolicyView> GetSecurityPolicyAsync(Actor actor);

    /// <summary>
    /// Replaces the security policy; for Admins and above. When the task completes every live session of the members is
    /// under it, or over. Invitations are under it from then on. Refuses bad fields and <c>version_conflict</c>.
    /// </summary>
    [Alias("set-security-policy")]
    Task<SecurityPolicyView> SetSecurityPolicyAsync(Actor actor, SetSecurityPolicy command);
}
