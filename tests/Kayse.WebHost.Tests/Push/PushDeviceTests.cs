using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Push;

/// <summary>Devices with push notifications over HTTP and in the console.</summary>
public sealed class PushDeviceTests(PushDeviceTests.Host host) : IClassFixture<PushDeviceTests.Host>
{
    private KayseApp App => host.App;

    [Fact]
    public async Task A_browser_is_added_renamed_and_removed()
    {
        var person = await App.SignUpAsync();
        var client = App.Client(person.Token);
        var before = (await client.GetAsync("me/push-devices")).ShouldBe(HttpStatusCode.OK);
        Base64Url.DecodeFromChars(before.At("publicKey")).Length.ShouldBe(65);
        before.Json["contentOnLockScreens"]!.GetValue<bool>().ShouldBeFalse();

        var added = (await client.PostAsync("me/push-devices", Subscription())).ShouldBe(HttpStatusCode.Created);
        added.At("service").ShouldBe("updates.push.services.mozilla.com");
        added.Json["current"]!.GetValue<bool>().ShouldBeTrue();
        added.Json["needsRenewal"]!.GetValue<bool>().ShouldBeFalse();
        var path = $"me/push-devices/{added.At("id")}";
        (await client.PatchAsync(path, new { name = "Reception" })).At("name").ShouldBe("Reception");
        (await client.PatchAsync(path, new { name = " " })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await client.SendAsync(HttpMethod.Put, "me/push-settings", new { contentOnLockScreens = true })).ShouldBe(
            HttpStatusCode.NoContent
        );
        var listed = await client.GetAsync("me/push-devices");
        listed.Json["total"]!.GetValue<int>().ShouldBe(1);
        listed.Json["contentOnLockScreens"]!.GetValue<bool>().ShouldBeTrue();
        listed.Text.ShouldNotContain("wpush");

        var stranger = App.Client((await App.SignUpAsync()).Token);
        (await stranger.DeleteAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await client.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("https://evil.example/push")]
    [InlineData("http://updates.push.services.mozilla.com/push")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("javascript:alert(1)")]
    public async Task An_endpoint_of_somebody_else_is_refused(string endpoint)
    {
        var person = await App.SignUpAsync();
        var answer = await App.Client(person.Token).PostAsync("me/push-devices", Subscription(endpoint));
        answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        answer.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["endpoint"]);
    }

    [Fact]
    public async Task The_console_lists_devices_and_keeps_markup_in_names_harmless()
    {
        var person = await App.SignUpAsync();
        var device = await App.Client(person.Token).PostAsync("me/push-devices", Subscription(name: "<img src=x onerror=alert(1)>"));
        device.ShouldBe(HttpStatusCode.Created);
        var browser = App.Browser(person);
        var page = await browser.GetAsync("/profile/devices");
        page.Html.ShouldNotContain("<img src=x");
        page.ShouldSay("updates.push.services.mozilla.com");
        page = await browser.SubmitAsync($"/profile/devices/{device.At("id")}/name", "rename", ("name", "Reception"));
        page.ShouldSay("Device renamed.");
        page = await browser.SubmitAsync(page, $"device-{device.At("id")}", ("act", "remove"));
        page.ShouldSay("None yet.");
        page = await browser.SubmitAsync(page, "content", ("content", "on"));
        page.ShouldSay("Lock screen setting saved.");

        page = await browser.SubmitAsync(await browser.GetAsync("/profile/devices/pair"), "pair");
        page.ShouldSay("Pairing code");
    }

    [Fact]
    public async Task The_service_worker_is_asked_for_again_and_may_call_this_host_alone()
    {
        using var client = App.Http();
        using var response = await client.GetAsync("/service-worker.js");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; connect-src 'self'"]);
    }

    private static object Subscription(string endpoint = "https://updates.push.services.mozilla.com/wpush/v2/abc", string? name = null)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            endpoint,
            expirationTime = (long?)null,
            keys = new
            {
                p256dh = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]),
                auth = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            },
            name,
        };
    }

    public sealed class Host : IAsyncLifetime
    {
        public KayseApp App { get; } = new(("Kayse:Push:Subject", "mailto:operations@firm.example"));

        public Task InitializeAsync() => Task.CompletedTask;

        public Task DisposeAsync() => App.DisposeAsync().AsTask();
    }
}
