namespace Kayse.WebHost.Tests.Api.AccessMatrix;

internal sealed class ProfileRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
    [
        new RouteRow("GET /me", Audience.SignedIn, 200).EvenRestricted(),
        new RouteRow("PATCH /me", Audience.SignedIn, 200).Sends(_ => new { language = "en" }),
    ];
}
