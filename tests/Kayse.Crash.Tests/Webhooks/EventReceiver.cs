using System.Collections.Concurrent;
using System.Net;
using Kayse.Testing;

namespace Kayse.Crash.Webhooks;

/// <summary>
/// Takes events of webhooks in this process, which outlives the hosts that send them. Of every fourth event it refuses
/// the first attempt.
/// </summary>
internal sealed class EventReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _taken = new(StringComparer.Ordinal);

    public EventReceiver()
    {
        Url = $"http://127.0.0.1:{FreePort.Next()}/events/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = ListenAsync();
    }

    public string Url { get; }

    /// <summary>The ids of the events that were answered with 2xx.</summary>
    public ICollection<string> Taken => _taken.Keys;

    /// <summary>How many requests came.</summary>
    public int Requests => _attempts.Values.Sum();

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                Answer(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException) { }
    }

    private void Answer(HttpListenerContext context)
    {
        var id = context.Request.Headers["webhook-id"]!;
        var isRefused = _attempts.AddOrUpdate(id, 1, (_, count) => count + 1) == 1 && id.Sum(letter => letter) % 4 == 0;
        context.Response.StatusCode = isRefused ? 500 : 204;
        // Who asked may have been killed meanwhile.
        try
        {
            context.Response.Close();
            if (!isRefused)
                _taken[id] = true;
        }
        catch (HttpListenerException) { }
    }
}
