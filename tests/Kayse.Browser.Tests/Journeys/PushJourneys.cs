using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>
/// Push notifications in a real browser. Its push service is out of reach of tests: subscribing is stood in for, and
/// messages are delivered to the service worker by the browser's own tools.
/// </summary>
public sealed class PushJourneys() : Journey(("Kayse:Push:Subject", "mailto:operations@firm.example"))
{
    [Fact]
    public async Task A_browser_shows_a_message_once_and_an_app_is_paired()
    {
        var ada = await App.SignUpAsync();
        var desk = await VisitAsAsync(ada);
        await desk.Page.Context.GrantPermissionsAsync(["notifications"]);
        await desk.Page.AddInitScriptAsync(StandIn());

        await desk.Page.GotoAsync(new Uri(App.Address!, "/profile/devices").ToString());
        await desk.PressAsync("Turn on push notifications");
        await desk.ShouldSeeAsync("Push notifications are on in this browser.");
        await Expect(desk.Page.Locator("[data-this-browser]")).ToBeVisibleAsync();

        const string message = """{"id":"n1","title":"<b>Call back</b>","notification":"7"}""";
        await DeliverAsync(desk.Page, message);
        await DeliverAsync(desk.Page, message);
        await desk.Page.WaitForFunctionAsync(
            "async () => (await (await navigator.serviceWorker.ready).getNotifications())"
                + ".map(shown => shown.title).join() === '<b>Call back</b>'"
        );

        await desk.FollowAsync("Pair an app");
        await desk.PressAsync("Show pairing code");
        var code = await desk.Page.Locator("#secret").InnerTextAsync();
        (await App.Client().PostAsync("auth/pair", new { code })).ShouldBe(System.Net.HttpStatusCode.OK);
        await desk.FollowAsync("Done");
        await desk.PressAsync("Unpair Unknown device");
        await desk.ShouldSeeAsync("App unpaired.");

        await desk.PressAsync("Turn off in this browser");
        await desk.ShouldSeeAsync("None yet.");
        (await App.Client(ada.Token).GetAsync("me/push-devices")).Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    private static async Task DeliverAsync(IPage page, string message)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        var registration = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        tools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, update) =>
        {
            if (update?.GetProperty("registrations").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } found)
                registration.TrySetResult(found.GetProperty("registrationId").GetString()!);
        };
        await tools.SendAsync("ServiceWorker.enable");
        await tools.SendAsync(
            "ServiceWorker.deliverPushMessage",
            new Dictionary<string, object>
            {
                ["origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
                ["registrationId"] = await registration.Task.WaitAsync(TimeSpan.FromSeconds(20)),
                ["data"] = message,
            }
        );
        await tools.DetachAsync();
    }

    // Lasts as long as the page's own storage, as a subscription does.
    private static string StandIn()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var p256dh = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
        return $$"""
            {
              const subscription = () => ({
                endpoint: "https://fcm.googleapis.com/fcm/send/stand-in",
                toJSON() { return { endpoint: this.endpoint, keys: { p256dh: "{{p256dh}}", auth: "AAAAAAAAAAAAAAAAAAAAAA" } }; },
                async unsubscribe() { localStorage.removeItem("subscribed"); return true; },
              });
              PushManager.prototype.getSubscription = async () => localStorage.getItem("subscribed") ? subscription() : null;
              PushManager.prototype.subscribe = async () => { localStorage.setItem("subscribed", "yes"); return subscription(); };
            }
            """;
    }
}
