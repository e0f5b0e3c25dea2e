using System.Net;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var failures = options.Proxies.Known.Index().Where(proxy => !IsProxy(proxy.Item)).Select(proxy
            => $"Kayse:Proxies:Known:{proxy.Index} is '{proxy.Item}'; it must be an IP address or a network such as 10.0.0.0/8.").ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsProxy(string proxy) => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _);
}
