using Kayse.Grains.Audit;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <summary>
/// What the grains of a company's features ask it, keyed by company id: who may do something, and who is to be told.
/// </summary>
[Alias("kayse.company-authority")]
internal interface ICompanyAuthorityGrain : IGrainWithStringKey
{
    /// <summary>
    /// Who acts, as the audit log names them. Refuses an actor who lacks a right: <c>not_found</c> to anybody but an
    /// active member, else <c>forbidden</c>. Changes nothing.
    /// </summary>
    [Alias("authorize")]
    Task<AuditOrigin> AuthorizeAsync(Actor actor, CompanyRight right);

    /// <summary>Up to 50 active members of a role or a higher one, the highest role first.</summary>
    [Alias("get-contacts")]
    Task<CompanyContacts> GetContactsAsync(Role leastRole);
}
