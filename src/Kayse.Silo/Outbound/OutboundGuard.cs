namespace Kayse.Silo.Outbound;

/// <summary>
/// Makes the clients for requests to addresses that users give: push services, webhooks, identity providers. Whatever the
/// address, a request leaves over https for a public address, follows no redirect, uses no proxy, keeps no cookie, and
/// ends after 15 seconds or 1 MiB. See docs/security/outbound.md.
/// </summary>
public sealed class OutboundGuard : IDisposable
{
    private readonly OutboundHandler _handler;

    internal OutboundGuard(OutboundRules rules, IOutboundNetwork network, TimeProvider clock) =>
        _handler = new OutboundHandler(rules, clock, NewConnections(new OutboundConnections(rules, network)));

    /// <summary>
    /// A client whose requests fail with <see cref="OutboundException"/> when they are refused or cut off. All clients
    /// share their connections.
    /// </summary>
    public HttpClient NewClient() => new(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _handler.Dispose();

    private static SocketsHttpHandler NewConnections(OutboundConnections connections) =>
        new()
        {
            ConnectCallback = connections.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 20,
            MaxResponseHeadersLength = 16, // KiB.
            MaxResponseDrainSize = 0,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        };
}
