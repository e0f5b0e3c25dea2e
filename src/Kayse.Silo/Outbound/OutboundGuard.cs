namespace Kayse.Silo.Outbound;

/// <summary>
/// Makes the clients for requests to addresses that users give: push services, webhooks, identity providers. Whatever the
/// address, a request leaves over https for a public address, follows no redirect, uses no proxy, keeps no cookie, and
/// ends after 15 seconds or 1 MiB. See docs/security/outbound.md.
/// </summary>
public sealed class OutboundGuard : IDisposable
{
    private const int ConnectionsPerServer = 20;

    private readonly OutboundRules _rules;
    private readonly IOutboundNetwork _network;
    private readonly TimeProvider _clock;
    private readonly OutboundHandler _handler;

    internal OutboundGuard(OutboundRules rules, IOutboundNetwork network, TimeProvider clock)
    {
        (_rules, _network, _clock) = (rules, network, clock);
        _handler = NewHandler(ConnectionsPerServer);
    }

    /// <summary>
    /// A client whose requests fail with <see cref="OutboundException"/> when they are refused or cut off. All clients
    /// share their connections.
    /// </summary>
    public HttpClient NewClient() => new(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>
    /// The same with connections of its own, so that requests of one feature that hang hold up no others to that server.
    /// </summary>
    /// <param name="maxConnectionsPerServer">How many requests a server may keep waiting at the same time.</param>
    public HttpClient NewClient(int maxConnectionsPerServer) =>
        new(NewHandler(maxConnectionsPerServer), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _handler.Dispose();

    private OutboundHandler NewHandler(int maxConnectionsPerServer) =>
        new(_rules, _clock, NewConnections(new OutboundConnections(_rules, _network), maxConnectionsPerServer));

    private static SocketsHttpHandler NewConnections(OutboundConnections connections, int maxConnectionsPerServer) =>
        new()
        {
            ConnectCallback = connections.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = maxConnectionsPerServer,
            MaxResponseHeadersLength = 16, // KiB.
            MaxResponseDrainSize = 0,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        };
}
