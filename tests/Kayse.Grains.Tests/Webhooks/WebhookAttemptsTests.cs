using System.Diagnostics.Metrics;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Webhooks;
using Kayse.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Webhooks;

public sealed class WebhookAttemptsTests
{
    [Theory]
    [InlineData("webhook", WebhookOutcome.Delivered)]
    [InlineData("another webhook", WebhookOutcome.SecretLost)]
    public async Task An_event_that_can_not_be_signed_is_not_sent(string secretOf, WebhookOutcome outcome)
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var (receiver, secrets) = (new TestWebhookReceiver(), new WebhookSecrets(new EphemeralDataProtectionProvider()));
        var meter = new WebhookMeter(services.GetRequiredService<IMeterFactory>());
        var attempts = new WebhookAttempts(receiver, secrets, meter, new TestClock());
        var webhook = new WebhookState
        {
            CompanyId = "company",
            Url = "https://hooks.example/",
            Secret = secrets.Create(secretOf).Protected,
        };
        var happened = new WebhookEvent("event", "member.left", DateTimeOffset.UnixEpoch, 1, null, "member", "ben", []);

        var (attempt, _) = await attempts.MakeAsync("webhook", webhook, happened, CancellationToken.None);

        attempt.Outcome.ShouldBe(outcome);
        receiver.To(webhook.Url).Count.ShouldBe(outcome == WebhookOutcome.Delivered ? 1 : 0);
    }
}
