using System.Diagnostics;
using System.Text.Json;

namespace Kayse.Testing;

/// <summary>
/// The npm package <c>oidc-provider</c> as a process of its own: a real identity provider, whose people sign in with a user
/// name alone.
/// </summary>
public sealed class OidcPeer : IDisposable
{
    public const string ClientId = "kayse";
    public const string ClientSecret = "a-secret-of-the-identity-provider-01";
    private static readonly string _folder = Path.Combine(Repository.Root, "tests", "Kayse.WebHost.Tests", "Sso", "Oidc", "oidc-peer");
    private readonly Process _process;

    private OidcPeer(Process process) => _process = process;

    /// <summary>What it calls itself.</summary>
    public string Issuer { get; private set; } = "";

    /// <param name="redirectUri">Where it sends people back to.</param>
    /// <param name="accounts">What it says of people, by user name.</param>
    public static async Task<OidcPeer> StartAsync(string redirectUri, IReadOnlyDictionary<string, object> accounts)
    {
        var peer = new OidcPeer(
            Process.Start(
                new ProcessStartInfo("node", "peer.mjs")
                {
                    WorkingDirectory = _folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );
        await peer.SendAsync(
            new
            {
                clientId = ClientId,
                clientSecret = ClientSecret,
                redirectUri,
                accounts,
            }
        );
        peer.Issuer = $"http://127.0.0.1:{(await peer.AnswerAsync("port")).GetInt32()}";
        return peer;
    }

    /// <summary>Has it sign with a new key, and publish that alone.</summary>
    public async Task RotateKeysAsync()
    {
        await SendAsync(new { rotate = true });
        await AnswerAsync("key");
    }

    /// <summary>Moves its clock on from the machine's.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        await SendAsync(new { advance = (long)time.TotalMilliseconds });
        await AnswerAsync("advance");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task SendAsync(object line)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
        await _process.StandardInput.FlushAsync();
    }

    private async Task<JsonElement> AnswerAsync(string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (JsonDocument.Parse(line).RootElement.TryGetProperty(name, out var value))
                return value;
        throw new InvalidOperationException($"The identity provider didn't start: is `npm ci` done in {_folder}?");
    }
}
