using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>What comes over the network while a page is opened by a browser that has nothing of it yet.</summary>
internal sealed class Transfer : IAsyncDisposable
{
    private readonly ICDPSession _session;
    private readonly ConcurrentDictionary<string, string> _kinds = [];
    private readonly ConcurrentDictionary<string, double> _bytes = [];

    private Transfer(ICDPSession session)
    {
        _session = session;
        session.Event("Network.responseReceived").OnEvent += (_, received) =>
            _kinds[Text(received, "requestId")] = Text(received, "type");
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            _bytes[Text(finished, "requestId")] = finished!.Value.GetProperty("encodedDataLength").GetDouble();
    }

    /// <summary>Bytes with headers, as encoded, without pictures and the font.</summary>
    public double Bytes => BytesOf(kind => kind is not ("Image" or "Font"));

    /// <summary>Those of the font, which a browser loads once for all pages.</summary>
    public double FontBytes => BytesOf(kind => kind == "Font");

    private double BytesOf(Func<string?, bool> counts) =>
        _bytes.Where(request => counts(_kinds.GetValueOrDefault(request.Key))).Sum(request => request.Value);

    public static async Task<Transfer> StartAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var transfer = new Transfer(session);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        return transfer;
    }

    public async ValueTask DisposeAsync() => await _session.DetachAsync();

    private static string Text(JsonElement? message, string name) => message!.Value.GetProperty(name).GetString()!;
}
