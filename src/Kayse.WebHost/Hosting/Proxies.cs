using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Hosting;

/// <summary>
/// Believes X-Forwarded-For, -Proto and -Host, from the configured proxies only: from anybody else they are a way to
/// pose as any address.
/// </summary>
internal static class Proxies
{
    public static void UseConfiguredProxies(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Proxies.Known;
        if (known.Count > 0)
            app.UseForwardedHeaders(Options(known));
    }

    private static ForwardedHeadersOptions Options(IEnumerable<string> known)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        return options;
    }
}
