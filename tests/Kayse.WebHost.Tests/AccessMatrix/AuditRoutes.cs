namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class AuditRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/audit-log", Audience.Admins, 200),
            new RouteRow("GET /companies/{company}/audit-log/verification", Audience.Admins, 200),
            new RouteRow("GET /companies/{company}/events-feed", Audience.Admins, 200),
        ];
}
