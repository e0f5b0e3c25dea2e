using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kayse.WebHost.Tests.Webhooks;

/// <summary>A service of a customer that takes events, each under the path that it was sent to.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<(string Path, ReceivedEvent Event)> _received = new();

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    /// <summary>What it answers by path; 204 where nothing is said.</summary>
    public ConcurrentDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._server.StartAsync();
        return receiver;
    }

    /// <summary>An address that nobody has yet.</summary>
    public string NewUrl() => $"{_server.Urls.Single()}/{Guid.NewGuid():n}";

    public IReadOnlyList<ReceivedEvent> To(string url) =>
        [.. _received.Where(one => url.EndsWith(one.Path, StringComparison.Ordinal)).Select(one => one.Event)];

    public async Task<IReadOnlyList<ReceivedEvent>> WaitAsync(string url, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (To(url).Count < count)
            await Task.Delay(10, patience.Token);
        return To(url);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (path, text) = (context.Request.Path.Value!, await reader.ReadToEndAsync());
        var headers = context.Request.Headers;
        _received.Enqueue((path, new ReceivedEvent(headers["webhook-id"]!, headers["webhook-signature"]!, JsonNode.Parse(text)!)));
        context.Response.StatusCode = Statuses.GetValueOrDefault(path, StatusCodes.Status204NoContent);
    }
}

/// <summary>An event as it arrived.</summary>
internal sealed record ReceivedEvent(string Id, string Signature, JsonNode Body)
{
    public string Type => Body["type"]!.GetValue<string>();

    public long Sequence => Body["data"]!["sequence"]!.GetValue<long>();
}
