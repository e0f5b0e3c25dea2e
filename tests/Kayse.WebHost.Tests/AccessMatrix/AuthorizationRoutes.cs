namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class AuthorizationRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /authorize", Audience.SignedIn, 200)
                .Sends(_ => new { permission = "crm.access" })
                // They are told that they may not.
                .ButFor(CallerKind.Deactivated, 200),
            new RouteRow("POST /authorize/batch", Audience.SignedIn, 200)
                .Sends(_ => new { checks = new[] { new { permission = "crm.access" } } })
                .ButFor(CallerKind.Deactivated, 200),
            // Serves only services with a configured client id and secret, whatever session a request has.
            new RouteRow("POST /oauth/introspect", Audience.Anyone, 401),
        ];
}
