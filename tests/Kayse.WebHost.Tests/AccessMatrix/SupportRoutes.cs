namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class SupportRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /support", Audience.SignedIn, 200),
            new RouteRow("POST /companies/{company}/change-requests", Audience.HoldersOf("billing.manage"), 202).Sends(_ => new
            {
                subject = "subscription",
                message = "Ten more seats.",
            }),
        ];
}
