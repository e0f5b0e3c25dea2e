using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Webhooks;

/// <summary>An app that may send to a receiver on this machine, and counts what it sends.</summary>
public sealed class WebhooksApp : IAsyncLifetime
{
    public const string MetricsToken = "a-token-of-forty-characters-for-metrics!";

    public KayseApp App { get; } =
        new(("Kayse:Outbound:AllowedPrivateHosts:0", "127.0.0.1"), ("Kayse:Telemetry:MetricsToken", MetricsToken));

    internal WebhookReceiver Receiver { get; private set; } = null!;

    public async Task InitializeAsync() => Receiver = await WebhookReceiver.StartAsync();

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
