using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var failures = options
            .Proxies.Known.Index()
            .Where(proxy => !IsProxy(proxy.Item))
            .Select(proxy =>
                $"Kayse:Proxies:Known:{proxy.Index} is '{proxy.Item}'; it must be an IP address or a network such as 10.0.0.0/8."
            )
            .ToList();
        failures.AddRange(
            options
                .AllowedHosts.Index()
                .Where(host => !IsHost(host.Item))
                .Select(host =>
                    $"Kayse:AllowedHosts:{host.Index} is '{host.Item}'; "
                    + "it must be a host name or address without a port, such as kayse.internal or [fd00::5]."
                )
        );
        CheckConnections(options.Connections, failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckConnections(ConnectionOptions connections, List<string> failures)
    {
        Check(nameof(connections.Max), connections.Max is >= 10 and <= 1_000_000, "from 10 to 1000000", connections.Max);
        Check(
            nameof(connections.KeepAlive),
            IsBetween(connections.KeepAlive, TimeSpan.FromHours(1)),
            "from 00:00:01 to 01:00:00",
            connections.KeepAlive
        );
        Check(
            nameof(connections.Headers),
            IsBetween(connections.Headers, TimeSpan.FromMinutes(10)),
            "from 00:00:01 to 00:10:00",
            connections.Headers
        );
        Check(
            nameof(connections.MinBodyBytesPerSecond),
            connections.MinBodyBytesPerSecond is >= 1 and <= 1_000_000,
            "from 1 to 1000000",
            connections.MinBodyBytesPerSecond
        );

        void Check(string name, bool isRight, string range, object value)
        {
            if (!isRight)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"Kayse:Connections:{name} is {value}; it must be {range}."));
        }

        static bool IsBetween(TimeSpan value, TimeSpan most) => value >= TimeSpan.FromSeconds(1) && value <= most;
    }

    private static bool IsHost(string host) =>
        Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host)
            is UriHostNameType.Dns
                or UriHostNameType.IPv4
        || (host.StartsWith('[') && Uri.CheckHostName(host) == UriHostNameType.IPv6);

    private static bool IsProxy(string proxy) => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _);
}
