using Kayse.Grains.Branding;
using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Branding;

/// <summary>The company that somebody works in gives the pages its look.</summary>
internal sealed class CompanyPageBranding(IGrainFactory grains) : IPageBranding
{
    public async Task<PageBranding?> FindAsync(HttpContext context) =>
        context.Features.Get<Caller>() is { IsApiKey: false } caller
            ? Of(caller.Principal.CompanyName, await caller.Company<ICompanyBrandingGrain>(grains).GetLookAsync())
            : null;

    public static PageBranding Of(string company, BrandingView view) =>
        new(
            company,
            LogoUrl.Of(view.Light?.Name),
            LogoUrl.Of(view.Dark?.Name),
            LogoUrl.Of(view.Icon?.Name),
            view.AccentColor is { } color ? AccentStyles.UrlOf(color) : null
        );
}
