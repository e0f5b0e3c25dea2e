using Kayse.Silo.Hosting;
using Kayse.WebHost.Http.Problems;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Hosting;

/// <summary>
/// Where people reach the service, as <c>Kayse:PublicUrl</c> has it. That decides whether cookies are <c>Secure</c> and
/// whether there is HSTS, not the scheme of a request, which a proxy in front may hide or a client make up. Requests
/// for hosts that are not the service's are refused.
/// </summary>
internal sealed partial class PublicOrigin(IOptions<ProductOptions> product, IOptions<WebOptions> web, ILogger<PublicOrigin> logger)
{
    // Health checks on the machine itself.
    private static readonly StringSegment[] _thisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private readonly Uri _url = new(product.Value.PublicUrl);
    private readonly IList<StringSegment> _hosts =
    [
        NameIn(new Uri(product.Value.PublicUrl)),
        .. web.Value.AllowedHosts.Select(host => (StringSegment)host),
        .. _thisMachine,
    ];

    private int _warnings;

    /// <summary>
    /// Puts the public scheme in place of the request's own. Answers whether the request is for this service.
    /// </summary>
    public bool Accept(HttpRequest request)
    {
        if (!string.Equals(request.Scheme, _url.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            if (_url.Scheme == Uri.UriSchemeHttps && !Matches(request.Host, _thisMachine) && Interlocked.Exchange(ref _warnings, 1) == 0)
                LogInClear(product.Value.PublicUrl);
            request.Scheme = _url.Scheme;
        }

        return Matches(request.Host, _hosts);
    }

    private static bool Matches(HostString host, IList<StringSegment> patterns)
    {
        try
        {
            return host.Value is { Length: > 0 } value && HostString.MatchesAny(value, patterns);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string NameIn(Uri url) => url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Requests arrive in clear although Kayse:PublicUrl is {PublicUrl}. Browsers won't keep their cookies, which are Secure: "
            + "serve https, or put the proxy that does under Kayse:Proxies:Known and have it send X-Forwarded-Proto. This is said once."
    )]
    private partial void LogInClear(string publicUrl);
}

internal static class PublicOriginExtensions
{
    /// <summary>Comes before whatever looks at scheme or host.</summary>
    public static void UsePublicOrigin(this WebApplication app)
    {
        var origin = app.Services.GetRequiredService<PublicOrigin>();
        app.Use(next =>
            context => origin.Accept(context.Request) ? next(context) : ProblemWriter.WriteAsync(context, HttpErrors.UnknownHost)
        );
    }
}
