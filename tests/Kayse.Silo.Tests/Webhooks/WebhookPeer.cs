using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Webhooks;

/// <summary>A receiver of others, in a process of its own: two libraries verify what arrives.</summary>
internal sealed class WebhookPeer : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kayse.Silo.Tests", "Webhooks", "webhook-peer");
    private readonly Channel<JsonElement> _said = Channel.CreateUnbounded<JsonElement>();
    private readonly string _secretFile = Path.GetTempFileName();
    private readonly Process _process;

    private WebhookPeer() =>
        _process = Process.Start(
            new ProcessStartInfo("node", ["peer.mjs", _secretFile])
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    public string Authority { get; private set; } = "";

    public static async Task<WebhookPeer> StartAsync()
    {
        var peer = new WebhookPeer();
        _ = peer.ReadAsync();
        peer.Authority = $"127.0.0.1:{(await peer.NextAsync()).GetProperty("port").GetInt32()}";
        return peer;
    }

    /// <summary>Gives it the secret by which it verifies from now on.</summary>
    public Task TrustAsync(string secret) => File.WriteAllTextAsync(_secretFile, secret);

    /// <summary>What the peer says next of a request.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _said.Reader.ReadAsync(patience.Token);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        File.Delete(_secretFile);
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            await _said.Writer.WriteAsync(JsonDocument.Parse(line).RootElement);
        _said.Writer.TryComplete();
    }
}
