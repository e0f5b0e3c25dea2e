using System.Net;

namespace Kayse.Silo.Locations;

/// <summary>
/// The networks that are nowhere in particular: of one machine, one household or one provider's customers.
/// </summary>
internal static class PrivateNetworks
{
    private static readonly IPNetwork[] _networks =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
    ];

    public static bool Have(IPAddress address) => Array.Exists(_networks, network => network.Contains(address));
}
