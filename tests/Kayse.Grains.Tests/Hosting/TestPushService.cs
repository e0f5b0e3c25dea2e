using System.Collections.Concurrent;
using Kayse.Grains.Push;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>Takes push messages, or answers as a test wants.</summary>
internal sealed class TestPushService : IPushTransport
{
    private readonly ConcurrentQueue<PushMessage> _messages = new();
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Asked for the answer to each message; by default it is taken.</summary>
    public Func<PushMessage, PushResponse> Answer { get; set; } = _ => new PushResponse(PushOutcome.Sent);

    public IReadOnlyList<PushMessage> To(string endpoint) => [.. _messages.Where(message => message.Endpoint == endpoint)];

    public Task<PushResponse> SendAsync(PushMessage message, CancellationToken ct)
    {
        _messages.Enqueue(message);
        var answer = Answer(message);
        _arrived.Release();
        return Task.FromResult(answer);
    }

    /// <summary>Waits for the messages to an endpoint to be so many.</summary>
    public async Task<IReadOnlyList<PushMessage>> WaitAsync(string endpoint, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (To(endpoint).Count < count)
            await _arrived.WaitAsync(TimeSpan.FromMilliseconds(50), patience.Token);
        return To(endpoint);
    }
}
