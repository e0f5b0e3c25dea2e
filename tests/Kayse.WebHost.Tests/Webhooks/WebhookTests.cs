using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Webhooks;

/// <summary>Webhooks over HTTP and in the console (EN-4), with a receiver that gets what is sent.</summary>
public sealed class WebhookTests(WebhooksApp shared) : IClassFixture<WebhooksApp>, IAsyncLifetime
{
    private const string Webhooks = "companies/current/webhooks";
    private const string Pages = "/settings/webhooks";
    private readonly KayseApp _app = shared.App;
    private readonly WebhookReceiver _receiver = shared.Receiver;
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public async Task InitializeAsync()
    {
        _owner = await _app.SignUpAsync();
        _admin = _app.Client(_owner.Token);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_event_arrives_and_the_deliveries_say_so()
    {
        var url = _receiver.NewUrl();
        var created = await CreateAsync(new { url, types = new[] { "scope.created", "scope.deleted" } });
        created.Header("Location").ShouldBe($"/api/v1/companies/{_owner.CompanyId}/webhooks/{created.At("id")}");
        created.At("secret").ShouldStartWith("whsec_");
        created.At("status").ShouldBe("enabled");

        var scope = (await _admin.PostAsync("companies/current/scopes", new { name = "Wills", caseTypes = new[] { "Will" } })).At("id");
        var arrived = (await _receiver.WaitAsync(url, 1))[0];

        arrived.Type.ShouldBe("scope.created");
        arrived.Body["data"]!["target"]!["id"]!.GetValue<string>().ShouldBe(scope);
        arrived.Body.ToJsonString().ShouldNotContain("Wills");
        var feed = await _admin.GetAsync("companies/current/events-feed?limit=200");
        feed.Json["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ShouldContain(arrived.Id);
        var delivery = await DeliveredAsync(created.At("id"));
        delivery.ShouldContain($"\"eventId\":\"{arrived.Id}\"");
        delivery.ShouldContain("\"outcome\":\"delivered\",\"status\":204");
        var listed = (await _admin.GetAsync(Webhooks)).Text;
        listed.ShouldNotContain("secret\"");
        (await _app.Client(WebhooksApp.MetricsToken).GetAsync("/metrics")).Text.ShouldContain(
            """kayse_webhook_attempts_total{otel_scope_name="Kayse.Webhooks",outcome="delivered"}"""
        );
    }

    [Fact]
    public async Task It_can_begin_at_a_cursor_of_the_feed()
    {
        var cursor = (await _admin.GetAsync("companies/current/events-feed?limit=200")).At("nextCursor");
        var scope = (await _admin.PostAsync("companies/current/scopes", new { name = "Wills", caseTypes = new[] { "Will" } })).At("id");
        var url = _receiver.NewUrl();
        await CreateAsync(new { url, from = cursor });
        (await _receiver.WaitAsync(url, 1))[0].Body["data"]!["target"]!["id"]!.GetValue<string>().ShouldBe(scope);
    }

    [Fact]
    public async Task A_test_event_an_update_a_rotation_a_replay_and_the_end()
    {
        var url = _receiver.NewUrl();
        var created = await CreateAsync(new { url });
        var one = $"{Webhooks}/{created.At("id")}";
        _receiver.Statuses[new Uri(url).AbsolutePath] = 500;
        var test = (await _admin.PostAsync($"{one}/test")).ShouldBe(HttpStatusCode.OK);
        (test.At("type"), test.At("state")).ShouldBe(("webhook.test", "failed"));
        _receiver.Statuses.Clear();
        (await _admin.PostAsync($"{one}/test")).At("state").ShouldBe("delivered");

        var rotated = (await _admin.PostAsync($"{one}/rotate-secret")).ShouldBe(HttpStatusCode.OK);
        rotated.At("secret").ShouldNotBe(created.At("secret"));
        await _admin.PostAsync("companies/current/scopes", new { name = "Wills", caseTypes = new[] { "Will" } });
        var arrived = (await _receiver.WaitAsync(url, 3))[2];
        arrived.Signature.Split(' ').Length.ShouldBe(2);

        (await _admin.PostAsync($"{one}/replay", new { from = arrived.Sequence })).ShouldBe(HttpStatusCode.Accepted);
        (await _receiver.WaitAsync(url, 4))[3].Id.ShouldBe(arrived.Id);

        var disabled = (await _admin.PatchAsync(one, new { enabled = false })).ShouldBe(HttpStatusCode.OK);
        (disabled.At("status"), disabled.At("disabledReason")).ShouldBe(("disabled", "by_admin"));
        (await _admin.PostAsync($"{one}/replay", new { from = arrived.Sequence })).ShouldRefuse(
            HttpStatusCode.Conflict,
            "webhook_disabled"
        );
        (await _admin.DeleteAsync(one)).ShouldBe(HttpStatusCode.NoContent);
        (await _admin.GetAsync(one)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await _admin.GetAsync($"{one}/deliveries")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://user:password@hooks.example/")]
    [InlineData("https://hooks.example:22/")]
    [InlineData("http://hooks.example/")]
    public async Task An_address_inside_or_of_another_form_is_refused_at_its_field(string url) =>
        (await _admin.PostAsync(Webhooks, new { url })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["url"]
            .ShouldNotBeNull();

    [Fact]
    public async Task The_console_adds_tests_edits_and_deletes_a_webhook()
    {
        var (browser, url) = (_app.Browser(_owner), _receiver.NewUrl());
        (await browser.GetAsync(Pages)).ShouldSay("No webhooks yet");
        (await browser.SubmitAsync($"{Pages}/new", "new", ("url", "http://hooks.example"))).ErrorOf("url").ShouldNotBeEmpty();
        (await browser.SubmitAsync($"{Pages}/new", "new", ("url", url), ("which", "chosen"))).ErrorOf("types").ShouldNotBeEmpty();
        var created = await browser.SubmitAsync($"{Pages}/new", "new", ("url", url), ("which", "chosen"), ("types", "scope.created"));
        created.Text.ShouldContain("whsec_");
        var one = $"{Pages}/{(await _admin.GetAsync(Webhooks)).Json["items"]![0]!["id"]!.GetValue<string>()}";

        (await browser.GetAsync(one)).ShouldSay("No event has been sent yet.");
        (await browser.SubmitAsync(one, "test")).ShouldSay("Test event delivered");
        _receiver.Statuses[new Uri(url).AbsolutePath] = 301;
        (await browser.SubmitAsync(one, "test")).ShouldSay("Test event not delivered");
        _receiver.Statuses.Clear();
        await _admin.PostAsync("companies/current/scopes", new { name = "Wills", caseTypes = new[] { "Will" } });
        var arrived = (await _receiver.WaitAsync(url, 3))[2];
        await DeliveredAsync(one[(Pages.Length + 1)..]);
        (await browser.GetAsync(one)).ShouldSay($"#{arrived.Sequence}");
        (await browser.SubmitAsync($"{one}/replay?from={arrived.Sequence}", "replay")).ShouldSay("The events are being sent again.");
        await _receiver.WaitAsync(url, 4);
        (await browser.SubmitAsync($"{one}/replay", "replay", ("from", "x"))).ErrorOf("from").ShouldNotBeEmpty();

        (await browser.SubmitAsync($"{one}/edit", "edit", ("which", "*"))).ShouldSay("Webhook saved.");
        (await browser.SubmitAsync(one, "disable")).ShouldSay("An admin has disabled it.");
        (await browser.SubmitAsync(one, "enable")).ShouldSay("Webhook enabled.");
        (await browser.SubmitAsync($"{one}/rotate", "rotate")).Text.ShouldContain("whsec_");
        (await browser.SubmitAsync($"{one}/delete", "delete")).ShouldBeAt(Pages).ShouldSay("No webhooks yet");
        (await browser.GetAsync("/settings/audit-log")).ShouldSay("rotated the secret of the webhook to 127.0.0.1");
    }

    private async Task<ApiAnswer> CreateAsync(object webhook) =>
        (await _admin.PostAsync(Webhooks, webhook)).ShouldBe(HttpStatusCode.Created);

    // An attempt is noted after the receiver has answered.
    private async Task<string> DeliveredAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var deliveries = (await _admin.GetAsync($"{Webhooks}/{id}/deliveries")).Text;
            if (deliveries.Contains("\"state\":\"delivered\"", StringComparison.Ordinal))
                return deliveries;
            await Task.Delay(10, patience.Token);
        }
    }
}
