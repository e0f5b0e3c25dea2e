using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class OidcRoutes : IRouteTable
{
    private const string Connection = "/companies/{company}/sso/oidc";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Connection}", Audience.Admins, 200).On(SetUpAsync),
            new RouteRow($"PUT {Connection}", Audience.SuperAdmins, 200).Sends(_ => Settings),
            new RouteRow($"DELETE {Connection}", Audience.SuperAdmins, 204).On(SetUpAsync),
        ];

    private static object Settings =>
        new
        {
            issuer = "https://login.matrix.example",
            clientId = "kayse",
            clientSecret = "a-secret-of-the-provider",
        };

    private static async Task<string> SetUpAsync(AccessCall call)
    {
        (await call.Scene.AsOwner().SendAsync(HttpMethod.Put, "companies/current/sso/oidc", Settings)).ShouldBe(HttpStatusCode.OK);
        return "oidc";
    }
}
