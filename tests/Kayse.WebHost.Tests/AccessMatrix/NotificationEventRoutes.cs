namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class NotificationEventRoutes : IRouteTable
{
    private static readonly object _events = new
    {
        events = new[]
        {
            new
            {
                id = "e1",
                userId = "nobody",
                type = "missed_call",
                title = "Missed call",
            },
        },
    };

    public IEnumerable<RouteRow> Rows => [new RouteRow("POST /companies/{company}/events", Audience.Admins, 202).Sends(_ => _events)];
}
