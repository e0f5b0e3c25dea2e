using System.Net;
using System.Net.Sockets;

namespace Kayse.WebHost.Http.Clients;

/// <summary>Where a request comes from.</summary>
internal static class RemoteAddress
{
    private const int Ipv4NetworkBytes = 3;
    private const int Ipv6NetworkBytes = 8;

    /// <summary>The address as a text, or null when the connection has none.</summary>
    public static string? Of(HttpContext context) => Unmapped(context)?.ToString();

    /// <summary>
    /// The network that limits count by: /24, or for IPv6 /64, which one household or one server has whole.
    /// </summary>
    public static string NetworkOf(HttpContext context)
    {
        if (Unmapped(context) is not { } address)
            return "unknown";
        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? Ipv4NetworkBytes : Ipv6NetworkBytes;
        return Convert.ToHexString(bytes.AsSpan(0, kept));
    }

    private static IPAddress? Unmapped(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }
}
