using System.Net;
using System.Net.Sockets;
using Kayse.Silo.Outbound;

namespace Kayse.Silo.Tests.Outbound;

/// <summary>Names with the addresses that a test gives them; whatever is connected to is one server, or nobody.</summary>
internal sealed class TestNetwork(Func<string, IPAddress[]> resolve, int? port = null) : IOutboundNetwork
{
    private readonly List<IPEndPoint> _connected = [];

    public IReadOnlyList<IPEndPoint> Connected => _connected;

    public int Resolved { get; private set; }

    // Hosts that are addresses, in whatever form, are what the system makes of them.
    public static TestNetwork OfAddresses() => new(host => System.Net.Dns.GetHostAddresses(host));

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        Resolved++;
        return Task.FromResult(resolve(host));
    }

    public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct)
    {
        _connected.Add(address);
        return port is { } open
            ? new SystemNetwork().ConnectAsync(new IPEndPoint(IPAddress.Loopback, open), ct)
            : throw new SocketException((int)SocketError.HostUnreachable);
    }
}
