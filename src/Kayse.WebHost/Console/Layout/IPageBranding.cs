namespace Kayse.WebHost.Console.Layout;

/// <summary>Whose branding a page shows.</summary>
internal interface IPageBranding
{
    /// <summary>The branding for the page of a request; null when it shows Kayse's.</summary>
    Task<PageBranding?> FindAsync(HttpContext context);
}

/// <summary>The branding of a company, as pages show it: addresses of files, null for what it doesn't have.</summary>
/// <param name="Company">What the company is called.</param>
/// <param name="LightLogo">For light backgrounds.</param>
/// <param name="DarkLogo">For dark backgrounds.</param>
/// <param name="Icon">Small.</param>
/// <param name="AccentStyles">The stylesheet of its color.</param>
public sealed record PageBranding(string Company, string? LightLogo, string? DarkLogo, string? Icon, string? AccentStyles)
{
    /// <summary>Whether there is a logo for at least one theme.</summary>
    public bool HasLogo => LightLogo is not null || DarkLogo is not null;
}
