using Kayse.Grains.Companies;
using Kayse.WebHost.Api.Users;

namespace Kayse.WebHost.Api.Companies;

/// <summary>A company as its members see it.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it signed up.</param>
internal sealed record CompanyAnswer(string Id, string Name, DateTimeOffset CreatedAt)
{
    public static CompanyAnswer Of(CompanyView company) => new(company.Id, company.Name, company.CreatedAt);
}

/// <summary>A company that has just signed up.</summary>
/// <param name="Company">The company.</param>
/// <param name="User">Its Super Admin.</param>
/// <param name="Session">Their session.</param>
internal sealed record SignUpAnswer(CompanyAnswer Company, UserAnswer User, SessionTokenAnswer Session);
