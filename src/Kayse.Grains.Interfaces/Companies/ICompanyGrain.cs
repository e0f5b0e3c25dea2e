using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <summary>
/// One company, keyed by company id: details, roster and the index of invitations. It authorises every command, because
/// it holds the roster, and drives all work that spans grains below it; work that a crash interrupts is finished when
/// the company is next activated, at the latest by its reminder. A caller who is no active member is refused with
/// <c>not_found</c>. What it does for a feature stands in the file that is named after that.
/// </summary>
[Alias("kayse.company")]
public partial interface ICompanyGrain : IGrainWithStringKey
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
}
