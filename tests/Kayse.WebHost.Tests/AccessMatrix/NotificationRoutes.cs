namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class NotificationRoutes : IRouteTable
{
    private static readonly object _settings = new
    {
        matrix = new { },
        messages = "all",
        filters = new { },
        digest = new { },
        quietHours = new { },
        smsWarning = new { },
    };

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /me/notifications", Audience.SignedIn, 200),
            new RouteRow("GET /me/notifications/unread-count", Audience.SignedIn, 200),
            // Served would be endless: these calls don't ask for events.
            new RouteRow("GET /me/notifications/stream", Audience.SignedIn, 400),
            new RouteRow("POST /me/notifications/read-all", Audience.SignedIn, 200).Sends(_ => new { }),
            // Nobody has one.
            new RouteRow("POST /me/notifications/{id}/read", Audience.SignedIn, 404).On(_ => Task.FromResult("1")),
            new RouteRow("POST /me/notifications/{id}/archive", Audience.SignedIn, 404).On(_ => Task.FromResult("1")),
            new RouteRow("GET /me/notification-settings", Audience.SignedIn, 200),
            new RouteRow("PUT /me/notification-settings", Audience.SignedIn, 200).Sends(_ => _settings),
            new RouteRow("POST /me/notification-settings/snooze", Audience.SignedIn, 200).Sends(_ => new { duration = "off" }),
            new RouteRow("GET /me/notification-settings/explain", Audience.SignedIn, 404).Asks("?eventId=none"),
            new RouteRow("POST /me/notification-settings/dry-run", Audience.SignedIn, 200).Sends(_ => _settings),
            new RouteRow("GET /me/notification-settings/next-digest", Audience.SignedIn, 200),
        ];
}
