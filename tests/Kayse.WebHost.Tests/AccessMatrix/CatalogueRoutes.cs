namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class CatalogueRoutes : IRouteTable
{
    private static readonly object _list = new { items = new[] { new { id = "a", name = "Alpha" } } };

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/catalogue/agents", Audience.Members, 200),
            new RouteRow("PUT /companies/{company}/catalogue/agents", Audience.Admins, 200).Sends(_ => _list),
            new RouteRow("GET /companies/{company}/catalogue/case-types", Audience.Members, 200),
            new RouteRow("PUT /companies/{company}/catalogue/case-types", Audience.Admins, 200).Sends(_ => _list),
        ];
}
