namespace Kayse.Grains.Webhooks;

/// <summary>Makes attempts: signs an event, sends it and sees how that goes.</summary>
internal sealed class WebhookAttempts(IWebhookTransport transport, WebhookSecrets secrets, WebhookMeter meter, TimeProvider clock)
{
    public async Task<(WebhookAttempt Attempt, TimeSpan? RetryAfter)> MakeAsync(
        string webhookId,
        WebhookState webhook,
        WebhookEvent happened,
        CancellationToken ct
    )
    {
        var (at, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var response = await SendAsync(webhookId, webhook, happened, at, ct);
        meter.Count(response.Outcome);
        var attempt = new WebhookAttempt(at, response.Outcome, response.Status, (int)clock.GetElapsedTime(began).TotalMilliseconds);
        return (attempt, response.RetryAfter);
    }

    private async Task<WebhookResponse> SendAsync(
        string webhookId,
        WebhookState webhook,
        WebhookEvent happened,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var keys = WebhookRules.SecretsAt(webhook, at).Select(secret => secrets.Unprotect(webhookId, secret)).OfType<byte[]>().ToList();
        if (keys.Count == 0)
            return new WebhookResponse(WebhookOutcome.SecretLost);
        var (body, seconds) = (WebhookPayload.Of(webhook.CompanyId!, happened), at.ToUnixTimeSeconds());
        var message = new WebhookMessage(webhook.Url, happened.Id, seconds, WebhookSignature.Of(happened.Id, seconds, body, keys), body);
        return await transport.SendAsync(message, ct);
    }
}
