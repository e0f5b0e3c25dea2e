namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class UsageRoutes : IRouteTable
{
    private const string Route = "/companies/{company}/usage";
    private static readonly Audience _billing = Audience.HoldersOf("billing.read");
    private static readonly object _events = new
    {
        events = new[]
        {
            new
            {
                id = "e1",
                metric = "emails",
                quantity = 1,
                at = "2026-01-01T00:00:00Z",
            },
        },
    };

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"POST {Route}", Audience.Admins, 200).Sends(_ => _events),
            new RouteRow($"GET {Route}", _billing, 200),
            new RouteRow($"GET {Route}/members", _billing, 200),
            new RouteRow($"GET {Route}/agents", _billing, 200),
        ];
}
