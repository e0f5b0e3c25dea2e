using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Api.AccessMatrix;

internal sealed class CompanyRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
    [
        new RouteRow("POST /companies", Audience.Anyone, 201)
            .Sends(_ => new { companyName = "New Firm", fullName = "Ada Vale", email = Journeys.NewEmail(), password = Person.Password }),
        new RouteRow("GET /companies/{company}", Audience.Members, 200),
    ];
}
