using Kayse.WebHost.Console.Layout;

namespace Kayse.WebHost.Branding;

/// <summary>Registers the feature.</summary>
internal static class BrandingServices
{
    public static IServiceCollection AddBranding(this IServiceCollection services) =>
        services.AddSingleton<StoredLogos>().AddSingleton<IPageBranding, CompanyPageBranding>();
}
