using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Push;

/// <summary>A push service of others, in a process of its own: it checks signatures and decrypts.</summary>
internal sealed class WebPushPeer : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kayse.Silo.Tests", "Push", "web-push-peer");
    private readonly Channel<JsonElement> _said = Channel.CreateUnbounded<JsonElement>();
    private readonly HttpClient _client = new();
    private readonly Process _process;

    private WebPushPeer(Process process) => _process = process;

    public string Authority { get; private set; } = "";

    /// <summary>The names of the headers that the npm package web-push sends.</summary>
    public IReadOnlyList<string> ExpectedHeaders { get; private set; } = [];

    public static async Task<WebPushPeer> StartAsync()
    {
        var process = Process.Start(
            new ProcessStartInfo("node", "peer.mjs")
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var peer = new WebPushPeer(process);
        _ = peer.ReadAsync();
        var started = await peer.NextAsync();
        peer.Authority = $"localhost:{started.GetProperty("port").GetInt32()}";
        peer.ExpectedHeaders = started.GetProperty("expected").Deserialize<string[]>(Json)!;
        return peer;
    }

    /// <summary>What the peer says next: the headers of a message.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _said.Reader.ReadAsync(patience.Token);
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync($"http://{Authority}/{path}", body);
        var text = await response.Content.ReadAsStringAsync();
        return text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _client.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            await _said.Writer.WriteAsync(JsonDocument.Parse(line).RootElement);
        _said.Writer.TryComplete();
    }
}
