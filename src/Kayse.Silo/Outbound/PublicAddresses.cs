using System.Net;
using System.Net.Sockets;

namespace Kayse.Silo.Outbound;

/// <summary>
/// Which addresses belong to the public Internet, by the registries of special addresses (RFC 6890 and what followed).
/// </summary>
internal static class PublicAddresses
{
    // IPv6 that is routed at all is in here: loopback, private (fc00::/7), link-local, multicast and NAT64
    // (64:ff9b::/96, 64:ff9b:1::/48) are not.
    private static readonly IPNetwork _routed = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] _specialV6 =
    [
        IPNetwork.Parse("2001::/23"), // Protocols of the IETF, Teredo among them.
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"), // 6to4 has any IPv4 address in it.
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork[] _specialV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), // Behind a provider's NAT; one cloud has its metadata there.
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("168.63.129.16/32"), // A public address that is a machine's own host in one cloud.
        IPNetwork.Parse("169.254.0.0/16"), // Link-local: the metadata of most clouds.
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), // Relays of 6to4.
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/3"), // Multicast, reserved, broadcast.
    ];

    public static bool Have(IPAddress address) =>
        address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(_specialV4, network => network.Contains(address)),
            // Mapped IPv4 (::ffff:0:0/96) is told apart first: a network takes it for the IPv4 address that is in it.
            AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6
                && _routed.Contains(address)
                && address.ScopeId == 0
                && !Array.Exists(_specialV6, network => network.Contains(address)),
            _ => false,
        };
}
