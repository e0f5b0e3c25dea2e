using Kayse.Grains.Companies;

namespace Kayse.WebHost.Companies;

/// <summary>A company as its members see it.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it signed up.</param>
internal sealed record CompanyResponse(string Id, string Name, DateTimeOffset CreatedAt)
{
    public static CompanyResponse Of(CompanyView company) => new(company.Id, company.Name, company.CreatedAt);
}
