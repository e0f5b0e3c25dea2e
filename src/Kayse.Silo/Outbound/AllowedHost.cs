using System.Globalization;
using System.Text.RegularExpressions;

namespace Kayse.Silo.Outbound;

/// <summary>A host that requests may reach although it is in a private network.</summary>
/// <param name="Host">In small letters, an IPv6 address without brackets.</param>
/// <param name="Port">The only port of it that may be reached; null: any.</param>
internal sealed partial record AllowedHost(string Host, int? Port)
{
    public static bool TryParse(string text, out AllowedHost? allowed)
    {
        var match = HostAndPort().Match(text);
        var host = match.Groups["host"].Value.Trim('[', ']');
        var port = match.Groups["port"] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        var isValid = match.Success && Uri.CheckHostName(host) != UriHostNameType.Unknown && port <= ushort.MaxValue;
        allowed = isValid ? new AllowedHost(host.ToLowerInvariant(), port > 0 ? port : null) : null;
        return isValid;
    }

    public bool Covers(string host, int port) => string.Equals(Host, host, StringComparison.OrdinalIgnoreCase) && (Port ?? port) == port;

    [GeneratedRegex(@"^(?<host>\[[0-9A-Fa-f:.]+\]|[^\[\]:/@?#\s]+)(?::(?<port>[0-9]{1,5}))?$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex HostAndPort();
}
