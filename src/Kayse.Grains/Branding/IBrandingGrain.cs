using Kayse.Grains.Audit;
using Orleans.Concurrency;

namespace Kayse.Grains.Branding;

/// <summary>
/// The branding of one company, keyed by company id. Who may change it <see cref="ICompanyBrandingGrain"/> knows.
/// </summary>
[Alias("kayse.branding")]
internal interface IBrandingGrain : IGrainWithStringKey
{
    /// <summary>The branding.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BrandingView> GetAsync();

    /// <summary>
    /// Stores a logo in place of the one that there is, and records that in the audit log. May be repeated.
    /// </summary>
    [Alias("set-logo")]
    Task<BrandingView> SetLogoAsync(LogoKind kind, LogoFile file, AuditOrigin by);

    /// <summary>Removes a logo and its file. May be repeated.</summary>
    [Alias("remove-logo")]
    Task RemoveLogoAsync(LogoKind kind, AuditOrigin by);

    /// <summary>Sets a color that was checked. Refuses <c>version_conflict</c>. May be repeated.</summary>
    [Alias("update")]
    Task<BrandingView> UpdateAsync(UpdateBranding command, AuditOrigin by);
}
