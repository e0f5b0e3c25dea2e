using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class ApiKeyRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /me/api-keys", Audience.SignedIn, 200),
            new RouteRow("POST /me/api-keys", Audience.SignedIn, 201).Sends(_ => NewKey),
            new RouteRow("POST /me/api-keys/{id}/regenerate", Audience.SignedIn, 200).On(KeyOfAsync),
            new RouteRow("DELETE /me/api-keys/{id}", Audience.SignedIn, 204).On(KeyOfAsync),
        ];

    private static object NewKey => new { name = "Reports", permissions = new[] { "read" } };

    // One of the caller's own, where they may have one.
    private static async Task<string> KeyOfAsync(AccessCall call)
    {
        var answer = await call.Scene.App.Client(call.Person?.Token).PostAsync("me/api-keys", NewKey);
        return answer.Status == HttpStatusCode.Created ? answer.At("id") : "none";
    }
}
