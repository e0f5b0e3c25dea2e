using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kayse.Testing;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>Three identity providers of others in a process of their own: samlp, samlify and saml-idp.</summary>
public sealed partial class SamlPeer : IDisposable
{
    private const string Folder = "tests/Kayse.WebHost.Tests/Sso/Saml/peers";
    private readonly Process _process;
    private readonly HttpClient _http = new();
    private readonly int _port;
    private readonly int _samlIdpPort;

    private SamlPeer(Process process, int port, int samlIdpPort) => (_process, _port, _samlIdpPort) = (process, port, samlIdpPort);

    public string MetadataUrlOf(string provider) =>
        provider == "saml-idp" ? $"http://127.0.0.1:{_samlIdpPort}/metadata" : $"http://127.0.0.1:{_port}/{provider}/metadata";

    public string SignOnUrlOf(string provider, string query = "") => $"http://127.0.0.1:{_port}/{provider}{query}";

    public static async Task<SamlPeer> StartAsync(SamlPeerSettings settings)
    {
        var folder = Path.Combine(Repository.Root, Folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Fail($"The identity providers are not installed. Run: npm ci --prefix {Folder}");
        var start = new ProcessStartInfo("node", "peer.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(settings, JsonSerializerOptions.Web));
        await process.StandardInput.FlushAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(patience.Token))!).RootElement;
        return new SamlPeer(
            process,
            said.GetProperty("port").GetInt32(),
            said.GetProperty("samlIdpPort") is { ValueKind: JsonValueKind.Number } port ? port.GetInt32() : 0
        );
    }

    /// <summary>Signs in there as a browser would that was sent to an address; returns the form that it posts to us.</summary>
    public async Task<PageForm> SignInAsync(string url) => await SignInAsync(await GetAsync(url));

    /// <summary>The same for a browser that was given a form to post there.</summary>
    public async Task<PageForm> SignInAsync(PageForm request) => await SignInAsync(await PostAsync(request.Action!, request));

    /// <summary>Sets the clock of samlp and samlify.</summary>
    public async Task SetClockAsync(DateTimeOffset now)
    {
        using var response = await _http.PostAsync(new Uri($"http://127.0.0.1:{_port}/clock?now={now.ToUnixTimeMilliseconds()}"), null);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _http.Dispose();
    }

    // saml-idp asks who one is first.
    private async Task<PageForm> SignInAsync(Page page)
    {
        var form = page.Forms.FirstOrDefault(form => form.Action == "/signin");
        return form is null ? ResponseIn(page) : ResponseIn(await PostAsync($"http://127.0.0.1:{_samlIdpPort}/signin", form));
    }

    private static PageForm ResponseIn(Page page) =>
        page.Forms.FirstOrDefault(form => form["SAMLResponse"] is not null).ShouldNotBeNull(page.Html);

    private async Task<Page> GetAsync(string url)
    {
        using var response = await _http.GetAsync(new Uri(url));
        return new Page(response.StatusCode, url, null, Quoted().Replace(await response.Content.ReadAsStringAsync(), "=\"$1\""));
    }

    // saml-idp writes some attributes in single quotes.
    [GeneratedRegex("='([^'\"]*)'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    private async Task<Page> PostAsync(string url, PageForm form)
    {
        using var content = new FormUrlEncodedContent(form.Values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        using var response = await _http.PostAsync(new Uri(url), content);
        return new Page(response.StatusCode, url, null, Quoted().Replace(await response.Content.ReadAsStringAsync(), "=\"$1\""));
    }
}

/// <summary>What the identity providers have to know.</summary>
/// <param name="User">Who signs in there.</param>
public sealed record SamlPeerSettings(SamlPeerUser User)
{
    /// <summary>Its clock, in milliseconds; null: the machine's.</summary>
    public long? Now { get; init; }

    /// <summary>What it signs with; null: it makes a key of its own.</summary>
    public string? Key { get; init; }

    public string? Cert { get; init; }

    /// <summary>Our metadata, for samlify.</summary>
    public string? Metadata { get; init; }

    /// <summary>Where responses go, for saml-idp; null: it isn't started.</summary>
    public string? AcsUrl { get; init; }

    public string? EntityId { get; init; }

    /// <summary>For whom it encrypts.</summary>
    public string? EncryptionCert { get; init; }

    public string? EncryptionPublicKey { get; init; }

    public SamlPeerSettings SignedBy(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return this with { Key = key.ExportRSAPrivateKeyPem(), Cert = certificate.ExportCertificatePem() };
    }
}

/// <summary>Who signs in there.</summary>
public sealed record SamlPeerUser(string NameId, string Email, string Name);
