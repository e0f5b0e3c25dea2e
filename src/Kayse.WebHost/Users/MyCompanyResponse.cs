using Kayse.Grains.Members;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Users;

/// <summary>A company of the caller.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The caller's role there.</param>
/// <param name="Default">Whether new sessions start in it.</param>
/// <param name="Active">Whether it is the active company of this session.</param>
internal sealed record MyCompanyResponse(string Id, string Name, Role Role, bool Default, bool Active)
{
    public static IEnumerable<MyCompanyResponse> Of(UserCompanies companies, Caller caller) =>
        companies.Memberships.Select(membership => new MyCompanyResponse(
            membership.CompanyId,
            membership.CompanyName,
            membership.Role,
            membership.CompanyId == companies.DefaultCompanyId,
            membership.CompanyId == caller.Principal.CompanyId
        ));
}

/// <summary>Chooses one of the caller's companies.</summary>
internal sealed class CompanyChoice
{
    /// <summary>The company's id.</summary>
    public required string CompanyId { get; init; }
}
