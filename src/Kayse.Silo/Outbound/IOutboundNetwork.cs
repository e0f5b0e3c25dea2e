using System.Net;
using System.Net.Sockets;

namespace Kayse.Silo.Outbound;

/// <summary>What the guard needs of the network.</summary>
internal interface IOutboundNetwork
{
    /// <summary>The addresses of a host, or the one that it is itself.</summary>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct);

    /// <summary>A connection to an address.</summary>
    Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct);
}

internal sealed class SystemNetwork : IOutboundNetwork
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Dns.GetHostAddressesAsync(host, ct);

    public async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
