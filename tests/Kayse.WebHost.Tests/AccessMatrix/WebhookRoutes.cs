using System.Net;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class WebhookRoutes : IRouteTable
{
    private const string Webhooks = "/companies/{company}/webhooks";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Webhooks}", Audience.Admins, 200),
            new RouteRow($"POST {Webhooks}", Audience.Admins, 201).Sends(_ => NewWebhook),
            new RouteRow($"GET {Webhooks}/{{id}}", Audience.Admins, 200).On(WebhookAsync),
            new RouteRow($"PATCH {Webhooks}/{{id}}", Audience.Admins, 200).On(WebhookAsync).Sends(_ => new { enabled = false }),
            new RouteRow($"DELETE {Webhooks}/{{id}}", Audience.Admins, 204).On(DeletableWebhookAsync),
            new RouteRow($"POST {Webhooks}/{{id}}/test", Audience.Admins, 200).On(WebhookAsync),
            new RouteRow($"POST {Webhooks}/{{id}}/rotate-secret", Audience.Admins, 200).On(WebhookAsync),
            new RouteRow($"POST {Webhooks}/{{id}}/replay", Audience.Admins, 202)
                .On(IdleWebhookAsync)
                .Sends(_ => new { from = 0, to = 100_000 }),
            new RouteRow($"GET {Webhooks}/{{id}}/deliveries", Audience.Admins, 200).On(WebhookAsync),
        ];

    // For nothing that happens here, at an address that nothing is sent to.
    private static object NewWebhook => new { url = "https://hooks.invalid/matrix", types = new[] { "company.created" } };

    // One for all calls of the scene: a company has few.
    internal static async Task<string> WebhookAsync(AccessCall call)
    {
        var webhooks = (await call.Scene.AsOwner().GetAsync("companies/current/webhooks")).Json["items"]!.AsArray();
        return webhooks.Count > 0 ? webhooks[0]!["id"]!.GetValue<string>() : await DeletableWebhookAsync(call);
    }

    private static async Task<string> IdleWebhookAsync(AccessCall call)
    {
        var id = await WebhookAsync(call);
        var url = $"companies/current/webhooks/{id}";
        (await call.Scene.AsOwner().PatchAsync(url, new { enabled = true })).ShouldBe(HttpStatusCode.OK);
        // The replay of another call goes on in the background.
        while ((await call.Scene.AsOwner().GetAsync(url)).Json["replaying"]!.GetValue<bool>())
            await Task.Yield();
        return id;
    }

    private static async Task<string> DeletableWebhookAsync(AccessCall call) =>
        (await call.Scene.AsOwner().PostAsync("companies/current/webhooks", NewWebhook)).ShouldBe(HttpStatusCode.Created).At("id");
}
