using System.Net;
using System.Net.Sockets;

namespace Kayse.Silo.Outbound;

/// <summary>
/// Opens connections: it resolves a host once, refuses it when any of its addresses is not public, and connects to an
/// address that was checked. So a name that resolves to something else a moment later changes nothing.
/// </summary>
internal sealed class OutboundConnections(OutboundRules rules, IOutboundNetwork network)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        var addresses = await ResolveAsync(host, ct);
        if (addresses.Length == 0)
            throw new OutboundException(OutboundFailure.Unresolved);
        if (!rules.MayBePrivate(host, port) && !Array.TrueForAll(addresses, PublicAddresses.Have))
            throw new OutboundException(OutboundFailure.AddressNotAllowed);
        return await ConnectToOneOfAsync(addresses, port, ct);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        try
        {
            return await network.ResolveAsync(host, ct);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private async Task<Stream> ConnectToOneOfAsync(IPAddress[] addresses, int port, CancellationToken ct)
    {
        for (var at = 0; ; at++)
        {
            try
            {
                return await network.ConnectAsync(new IPEndPoint(addresses[at], port), ct);
            }
            catch (SocketException) when (at + 1 < addresses.Length) { }
        }
    }
}
