using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class PrivacyRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /me/data-exports", Audience.SignedIn, 200),
            // One is made for each caller, as a second would be refused.
            new RouteRow("POST /me/data-exports", Audience.SignedIn, 202).Alone(),
            new RouteRow("GET /me/data-exports/{id}", Audience.SignedIn, 200).On(ExportOfAsync),
            new RouteRow("GET /me/data-exports/{id}/content", Audience.SignedIn, 200).On(ReadyExportOfAsync),
            new RouteRow("DELETE /me/data-exports/{id}", Audience.SignedIn, 204).On(ExportOfAsync),
            new RouteRow("GET /me/deletion-request", Audience.SignedIn, 200),
            // The only Super Admin of another company can't.
            new RouteRow("POST /me/deletion-request", Audience.SignedIn, 202)
                .ButFor(CallerKind.Outsider, 409, "last_super_admin")
                .ButFor(CallerKind.DeactivatedHere, 409, "last_super_admin"),
            new RouteRow("DELETE /me/deletion-request", Audience.SignedIn, 204),
            new RouteRow("GET /companies/{company}/export", Audience.SuperAdmins, 200),
            new RouteRow("GET /deletion-certificates/keys", Audience.Anyone, 200),
        ];

    /// <summary>One of the caller's own, where they may have one.</summary>
    public static async Task<string> ExportOfAsync(AccessCall call)
    {
        var client = call.Scene.App.Client(call.Person?.Token);
        var made = await client.PostAsync("me/data-exports");
        if (made.Status == HttpStatusCode.Accepted)
            return made.At("id");
        var known = await client.GetAsync("me/data-exports");
        return known.Status == HttpStatusCode.OK
            ? known.Json["items"]!.AsArray().First(export => export!["status"]!.GetValue<string>() != "expired")![
                "id"
            ]!.GetValue<string>()
            : "none";
    }

    private static async Task<string> ReadyExportOfAsync(AccessCall call)
    {
        var id = await ExportOfAsync(call);
        var client = call.Scene.App.Client(call.Person?.Token);
        for (
            var i = 0;
            i < 500 && id != "none" && (await client.GetAsync($"me/data-exports/{id}")).At("status") is "queued" or "running";
            i++
        )
            await Task.Delay(10);
        return id;
    }
}
