namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class TwoFactorRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /auth/two-factor", Audience.Anyone, 410).Sends(_ => new { ticket = "of nobody", code = "123456" }),
            new RouteRow("GET /me/two-factor", Audience.SignedIn, 200),
            new RouteRow("POST /me/two-factor/setup", Audience.SignedIn, 200),
            new RouteRow("POST /me/two-factor/enable", Audience.SignedIn, 409).Alone().Sends(_ => new { code = "123456" }),
            new RouteRow("POST /me/two-factor/disable", Audience.SignedIn, 409).Sends(_ => new
            {
                password = "correct horse battery staple",
                code = "123456",
            }),
            new RouteRow("POST /me/two-factor/backup-codes", Audience.SignedIn, 409),
            // None is planned.
            new RouteRow("DELETE /me/two-factor/reset", Audience.SignedIn, 404),
            new RouteRow("GET /me/trusted-devices", Audience.SignedIn, 200),
            // There is none: they have no second factor.
            new RouteRow("DELETE /me/trusted-devices/{id}", Audience.SignedIn, 404),
        ];
}
