using Kayse.Grains.Branding;
using Kayse.Grains.Domains;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Branding;

/// <summary>
/// The company that somebody works in gives the pages its look; before they have signed in, the one that has verified
/// the domain of their address. Whether there is a person of that address makes no difference.
/// </summary>
internal sealed class CompanyPageBranding(IGrainFactory grains, RequestLimits limits) : IPageBranding
{
    private static readonly PathString _signIn = "/sign-in";

    public async Task<PageBranding?> FindAsync(HttpContext context)
    {
        if (context.Features.Get<Caller>() is { IsApiKey: false } caller)
            return Of(caller.Principal.CompanyName, await LookOfAsync(caller.Principal.CompanyId));
        if (context.Request.Path != _signIn || DomainOf(context.Request) is not { } domain)
            return null;
        var isTooOften = limits.TryTake(RateLimitKind.DomainLooksPerCaller, RemoteAddress.NetworkOf(context)) is not null;
        return isTooOften ? null : await FindAsync(domain);
    }

    public static PageBranding Of(string company, BrandingView view) =>
        new(
            company,
            LogoUrl.Of(view.Light?.Name),
            LogoUrl.Of(view.Dark?.Name),
            LogoUrl.Of(view.Icon?.Name),
            view.AccentColor is { } color ? AccentStyles.UrlOf(color) : null
        );

    private async Task<PageBranding?> FindAsync(string domain) =>
        await grains.GetGrain<IDomainGrain>(domain).GetCompanyIdAsync() is { } companyId
            ? Of(domain, await LookOfAsync(companyId))
            : null;

    private Task<BrandingView> LookOfAsync(string companyId) => grains.GetGrain<ICompanyBrandingGrain>(companyId).GetLookAsync();

    // What was typed comes before what a link says.
    private static string? DomainOf(HttpRequest request)
    {
        if (request.HasFormContentType && DomainName.OfEmail(request.Form["email"]) is { } typed)
            return typed;
        return DomainName.TryNormalize(request.Query["domain"], out var domain) ? domain : null;
    }
}
