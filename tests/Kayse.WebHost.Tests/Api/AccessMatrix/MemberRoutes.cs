namespace Kayse.WebHost.Tests.Api.AccessMatrix;

internal sealed class MemberRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
    [
        new RouteRow("GET /companies/{company}/members", Audience.HoldersOf("members.read"), 200),
    ];
}
