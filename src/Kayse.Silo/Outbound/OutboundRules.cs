using Microsoft.Extensions.Options;

namespace Kayse.Silo.Outbound;

/// <summary>Where requests may go.</summary>
internal sealed class OutboundRules(IOptions<OutboundOptions> options)
{
    private readonly AllowedHost[] _allowed =
    [
        .. options
            .Value.AllowedPrivateHosts.Select(entry => AllowedHost.TryParse(entry, out var allowed) ? allowed : null)
            .OfType<AllowedHost>(),
    ];

    /// <summary>Whether a host may be in a private network.</summary>
    public bool MayBePrivate(string host, int port) => Array.Exists(_allowed, allowed => allowed.Covers(host, port));

    /// <summary>Whether an address is of a form that is asked at all; where it leads is seen at connecting.</summary>
    public bool Allows(Uri url) =>
        url.IsAbsoluteUri
        && url.UserInfo.Length == 0
        && (
            (url.Scheme == Uri.UriSchemeHttps && url.Port is 443 or 8443)
            || (url.Scheme is "https" or "http" && MayBePrivate(url.IdnHost, url.Port))
        );
}
