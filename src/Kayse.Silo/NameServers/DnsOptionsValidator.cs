using System.Net;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.NameServers;

internal sealed class DnsOptionsValidator : IValidateOptions<DnsOptions>
{
    private static readonly TimeSpan _least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, DnsOptions options)
    {
        if (options.Servers.FirstOrDefault(server => !IPEndPoint.TryParse(server, out _)) is { } wrong)
            return ValidateOptionsResult.Fail(
                $"{DnsOptions.Section}:{nameof(DnsOptions.Servers)}: \"{wrong}\" must be an IP address, or one with a port "
                    + "such as 10.0.0.2:53."
            );
        return options.Timeout >= _least && options.Timeout <= _most
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{DnsOptions.Section}:{nameof(DnsOptions.Timeout)} must be between 00:00:00.1 and 00:00:10.");
    }
}
