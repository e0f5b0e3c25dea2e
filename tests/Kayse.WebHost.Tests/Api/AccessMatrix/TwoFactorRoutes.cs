namespace Kayse.WebHost.Tests.Api.AccessMatrix;

internal sealed class TwoFactorRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
    [
        new RouteRow("POST /auth/two-factor", Audience.Anyone, 410).Sends(_ => new { ticket = "of nobody", code = "123456" }),
    ];
}
