namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class SsoRoutes : IRouteTable
{
    private const string Sso = "/companies/{company}/sso";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /auth/sso", Audience.Anyone, 200).Asks("?email=ben%40matrix.example"),
            new RouteRow($"GET {Sso}", Audience.Admins, 200),
            new RouteRow($"PUT {Sso}", Audience.SuperAdmins, 200).Sends(_ => new { enforced = false }),
            // There is no connection to test.
            new RouteRow($"POST {Sso}/test", Audience.SuperAdmins, 404).Sends(_ => new { protocol = "oidc" }),
        ];
}
