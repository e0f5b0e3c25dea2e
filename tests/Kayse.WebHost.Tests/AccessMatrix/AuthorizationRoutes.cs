namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class AuthorizationRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /authorize", Audience.SignedIn, 200)
                .Sends(_ => new { permission = "crm.access" })
                // They are told that they may not.
                .ButFor(CallerKind.Deactivated, 200),
        ];
}
