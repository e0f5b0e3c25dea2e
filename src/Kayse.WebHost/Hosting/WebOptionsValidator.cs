using System.Net;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var failures = new List<string>();
        if (!IsPublicUrl(options.PublicUrl))
            failures.Add($"Kayse:PublicUrl is '{options.PublicUrl}'; it must be an absolute http or https address such as https://accounts.example.com.");
        if (!Enum.IsDefined(options.SignUp))
            failures.Add($"Kayse:SignUp is '{options.SignUp}'; it must be Open, FirstRunOnly or Closed.");
        failures.AddRange(options.Proxies.Known.Where(proxy => !IsProxy(proxy)).Select((proxy, index)
            => $"Kayse:Proxies:Known:{index} is '{proxy}'; it must be an IP address or a network such as 10.0.0.0/8."));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsPublicUrl(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static bool IsProxy(string proxy) => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _);
}
