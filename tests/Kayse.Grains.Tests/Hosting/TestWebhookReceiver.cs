using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kayse.Grains.Webhooks;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>Takes the events of webhooks, or answers as a test wants.</summary>
internal sealed class TestWebhookReceiver : IWebhookTransport
{
    private readonly ConcurrentQueue<WebhookMessage> _messages = new();
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Asked for the answer to each message, by its address; by default it is taken.</summary>
    public ConcurrentDictionary<string, Func<WebhookMessage, Task<WebhookResponse>>> Answers { get; } = new(StringComparer.Ordinal);

    public bool Accepts(Uri url) => url.Scheme == Uri.UriSchemeHttps;

    public async Task<WebhookResponse> SendAsync(WebhookMessage message, CancellationToken ct)
    {
        _messages.Enqueue(message);
        _arrived.Release();
        return Answers.TryGetValue(message.Url, out var answer)
            ? await answer(message).WaitAsync(ct)
            : new WebhookResponse(WebhookOutcome.Delivered, 200);
    }

    /// <summary>Has an address answer with a status from now on.</summary>
    public void Answer(string url, int status, TimeSpan? retryAfter = null) =>
        Answers[url] = _ => Task.FromResult(new WebhookResponse(OutcomeOf(status), status, retryAfter));

    public IReadOnlyList<WebhookMessage> To(string url) => [.. _messages.Where(message => message.Url == url)];

    /// <summary>Waits for the messages to an address to be so many.</summary>
    public async Task<IReadOnlyList<WebhookMessage>> WaitAsync(string url, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (To(url).Count < count)
            await _arrived.WaitAsync(TimeSpan.FromMilliseconds(50), patience.Token);
        return To(url);
    }

    public static JsonNode BodyOf(WebhookMessage message) => JsonNode.Parse(message.Body.Span)!;

    private static WebhookOutcome OutcomeOf(int status) => status is >= 200 and < 300 ? WebhookOutcome.Delivered : WebhookOutcome.Refused;
}
