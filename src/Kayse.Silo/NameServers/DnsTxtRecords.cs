using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Kayse.Grains.Domains;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.NameServers;

/// <summary>
/// Asks the name servers over TCP, where nobody on another path can answer in their place, and over UDP only when that
/// gives no answer. What the records prove is worth the round trip.
/// </summary>
internal sealed class DnsTxtRecords(IOptions<DnsOptions> options, ILogger<DnsTxtRecords> logger) : ITxtRecords
{
    private const int DefaultPort = 53;
    private const int MaxAliases = 8;

    private readonly Lazy<LookupClient> _overTcp = new(() => ClientOf(options.Value, onlyTcp: true));
    private readonly Lazy<LookupClient> _overUdp = new(() => ClientOf(options.Value, onlyTcp: false));

    public async Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        await AskAsync(_overTcp, name, cancellationToken) ?? await AskAsync(_overUdp, name, cancellationToken);

    private async Task<IReadOnlyList<string>?> AskAsync(Lazy<LookupClient> client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.Value.QueryAsync(name, QueryType.TXT, cancellationToken: cancellationToken);
            if (response.Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain)
                return [];
            return response.HasError ? null : TextsOf(name, response.Answers);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("No TXT records of {Name}: {Reason}", name, exception.Message);
            return null;
        }
    }

    // Records of other names say nothing of this one, unless it is an alias of theirs.
    private static List<string> TextsOf(string name, IReadOnlyList<DnsResourceRecord> answers)
    {
        var owner = name;
        for (var i = 0; i < MaxAliases && answers.OfType<CNameRecord>().FirstOrDefault(alias => IsOf(alias, owner)) is { } found; i++)
            owner = found.CanonicalName.Value.TrimEnd('.');
        return [.. answers.OfType<TxtRecord>().Where(record => IsOf(record, owner)).Select(record => string.Concat(record.Text))];
    }

    // Of the name that a record is of, the library gives the ASCII form here; as its value, what xn-- stands for.
    private static bool IsOf(DnsResourceRecord record, string name) =>
        string.Equals(record.DomainName.Original.TrimEnd('.'), name, StringComparison.OrdinalIgnoreCase);

    internal static LookupClient ClientOf(DnsOptions options, bool onlyTcp)
    {
        var servers = options.Servers.Select(server => IPEndPoint.Parse(server)).Select(WithPort).ToArray();
        // Without an argument it takes those of the system.
        var settings = servers.Length > 0 ? new LookupClientOptions(servers) : new LookupClientOptions();
        // People publish a record and try at once.
        settings.UseCache = false;
        settings.UseTcpOnly = onlyTcp;
        settings.Timeout = options.Timeout;
        settings.Retries = 0;
        return new LookupClient(settings);
    }

    private static IPEndPoint WithPort(IPEndPoint server) => server.Port == 0 ? new IPEndPoint(server.Address, DefaultPort) : server;
}
