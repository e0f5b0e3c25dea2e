using Kayse.Grains.Audit;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <summary>
/// One company, keyed by company id: its details, its security policy, its founding. The same activation holds its
/// members, invitations and scopes, each behind an interface of its own, and authorises every command, because it holds
/// the roster. Work that a crash interrupts is finished when the company is next activated, at the latest by its
/// reminder. All of these interfaces refuse a caller who is not an active member with <c>not_found</c>.
/// </summary>
[Alias("kayse.company")]
public interface ICompanyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates the company with its first Super Admin (CO-1). Refuses bad fields, and <c>invalid_credentials</c> when
    /// the address belongs to somebody (who, by signing up with their own password, gets
    /// <see cref="SignUp.ExistingUserId"/> set). Nothing is left after a refusal. May be repeated.
    /// </summary>
    [Alias("create")]
    Task<CompanyCreated> CreateAsync(SignUp command);

    /// <summary>The company, to its members.</summary>
    [Alias("get")]
    Task<CompanyView> GetAsync(Actor actor);

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
    /// Replaces the security policy; for Admins and above. When the task completes, it applies to every live session of
    /// the members; sessions that exceed a new limit have ended. Invitations sent from then on follow it. Refuses bad
    /// fields and <c>version_conflict</c>.
    /// </summary>
    [Alias("set-security-policy")]
    Task<SecurityPolicyView> SetSecurityPolicyAsync(Actor actor, SetSecurityPolicy command);

    /// <summary>
    /// Refuses an actor who lacks a right: <c>not_found</c> to anybody but an active member, else <c>forbidden</c>.
    /// Every command checks this itself; this is for a request that is answered without one, because its form is
    /// invalid or because it was answered before. Changes nothing.
    /// </summary>
    [Alias("ensure-right")]
    Task EnsureRightAsync(Actor actor, CompanyRight right);

    /// <summary>
    /// As <see cref="EnsureRightAsync"/>, for commands that another grain of the company carries out: who acts, as the
    /// audit log is to say it. Changes nothing.
    /// </summary>
    [Alias("authorize")]
    Task<AuditOrigin> AuthorizeAsync(Actor actor, CompanyRight right);
}
