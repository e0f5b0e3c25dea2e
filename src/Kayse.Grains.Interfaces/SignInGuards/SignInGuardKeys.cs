using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.SignInGuards;

/// <summary>
/// The keys of <see cref="ISignInGuardGrain"/>. Never to be changed: what was counted is looked for under them.
/// </summary>
public static class SignInGuardKeys
{
    /// <summary>What the keys of accounts begin with.</summary>
    public const string AddressPrefix = "address:";

    /// <summary>What the keys of trusted devices begin with.</summary>
    public const string DevicePrefix = "device:";

    /// <summary>What the keys of passkeys begin with.</summary>
    public const string PasskeyPrefix = "passkey:";

    /// <summary>What the keys of live sessions begin with.</summary>
    public const string SessionPrefix = "session:";

    /// <summary>What the keys of single callers begin with.</summary>
    public const string IpPrefix = "ip:";

    /// <summary>What the keys of networks begin with.</summary>
    public const string NetworkPrefix = "network:";

    /// <summary>The key of whoever has this address, by its hash, so that a list of keys holds no addresses.</summary>
    /// <param name="address">Normalised, or what was given for one.</param>
    public static string ForAddress(string address) =>
        AddressPrefix + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(address)));

    /// <summary>The key of a trusted device, which is counted in place of the account.</summary>
    public static string ForDevice(string deviceId) => DevicePrefix + deviceId;

    /// <summary>The key of a passkey, which is counted in place of the account.</summary>
    /// <param name="passkeyKey">Of <see cref="Passkeys.PasskeyKeys"/>.</param>
    public static string ForPasskey(string passkeyKey) => PasskeyPrefix + passkeyKey;

    /// <summary>
    /// The key of a live session. What is proved within it counts there alone: strangers have no session of this
    /// person's to fail in.
    /// </summary>
    public static string ForSession(string sessionId) => SessionPrefix + sessionId;

    /// <summary>
    /// The key of one caller: an IPv4 address, or the /64 network which one household or server has whole.
    /// </summary>
    public static string ForIp(IPAddress ip) => IpPrefix + (IsIpv4(ref ip) ? ip.ToString() : Network(ip, 64));

    /// <summary>The key of the network around it: /24, or for IPv6 /48.</summary>
    public static string ForNetwork(IPAddress ip) => NetworkPrefix + (IsIpv4(ref ip) ? Network(ip, 24) : Network(ip, 48));

    private static bool IsIpv4(ref IPAddress ip)
    {
        ArgumentNullException.ThrowIfNull(ip);
        if (ip.IsIPv4MappedToIPv6)
            ip = ip.MapToIPv4();
        return ip.AddressFamily == AddressFamily.InterNetwork;
    }

    private static string Network(IPAddress ip, int prefixLength)
    {
        var bytes = ip.GetAddressBytes();
        bytes.AsSpan(prefixLength / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), prefixLength).ToString();
    }
}
