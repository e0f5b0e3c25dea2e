using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class ServiceKeyRoutes : IRouteTable
{
    private const string Keys = "/companies/{company}/service-keys";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Keys}", Audience.Admins, 200),
            new RouteRow($"POST {Keys}", Audience.Admins, 201).Sends(_ => NewKey),
            new RouteRow($"POST {Keys}/{{id}}/rotate", Audience.Admins, 200).On(KeyAsync),
            new RouteRow($"POST {Keys}/{{id}}/end-overlap", Audience.Admins, 204).On(KeyAsync),
            new RouteRow($"DELETE {Keys}/{{id}}", Audience.Admins, 204).On(RevocableKeyAsync),
        ];

    private static object NewKey => new { name = "Reports", permissions = new[] { "read" } };

    // One for all calls of the scene: a company has few.
    internal static async Task<string> KeyAsync(AccessCall call)
    {
        var keys = (await call.Scene.AsOwner().GetAsync("companies/current/service-keys")).Json["items"]!.AsArray();
        return keys.Count > 0 ? keys[0]!["id"]!.GetValue<string>() : await RevocableKeyAsync(call);
    }

    private static async Task<string> RevocableKeyAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync("companies/current/service-keys", NewKey)).ShouldBe(HttpStatusCode.Created).At("id");
}
