namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class PushRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /me/push-devices", Audience.SignedIn, 200),
            // This installation has no contact address for push services.
            new RouteRow("POST /me/push-devices", Audience.SignedIn, 409).Sends(_ => new
            {
                endpoint = "https://fcm.googleapis.com/abc",
                keys = new { p256dh = "AA", auth = "AA" },
            }),
            // Nobody has one.
            new RouteRow("PATCH /me/push-devices/{id}", Audience.SignedIn, 404).Sends(_ => new { name = "Phone" }),
            new RouteRow("DELETE /me/push-devices/{id}", Audience.SignedIn, 404),
            new RouteRow("POST /me/push-devices/{id}/test", Audience.SignedIn, 404),
            new RouteRow("PUT /me/push-settings", Audience.SignedIn, 204).Sends(_ => new { contentOnLockScreens = false }),
            new RouteRow("POST /me/pairing-codes", Audience.SignedIn, 201),
            new RouteRow("POST /auth/pair", Audience.Anyone, 422).Sends(_ => new { code = "AAAA-AAAA" }),
        ];
}
