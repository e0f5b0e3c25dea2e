using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Branding;

/// <summary>The logos and the accent color of a company (CO-3), keyed by company id.</summary>
[Alias("kayse.company-branding")]
public interface ICompanyBrandingGrain : IGrainWithStringKey
{
    /// <summary>How the company looks, to every active member.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BrandingView> GetAsync(Actor actor);

    /// <summary>
    /// How the company looks, for whoever is shown a page of it. Nothing of it is secret: mails and the sign-in page of
    /// a verified domain show it to people who aren't signed in.
    /// </summary>
    [Alias("get-look"), AlwaysInterleave]
    Task<BrandingView> GetLookAsync();

    /// <summary>
    /// Replaces a logo by the file that is given; for Admins and above. Its kind is taken from its bytes. Refuses
    /// <c>unsupported_media_type</c>, <c>payload_too_large</c>, <c>image_invalid</c>, <c>image_dimensions</c> and
    /// <c>svg_invalid</c>. May be repeated.
    /// </summary>
    [Alias("set-logo")]
    Task<BrandingView> SetLogoAsync(Actor actor, LogoKind kind, byte[] file);

    /// <summary>Removes a logo and its file; for Admins and above. May be repeated.</summary>
    [Alias("remove-logo")]
    Task RemoveLogoAsync(Actor actor, LogoKind kind);

    /// <summary>
    /// Sets the accent color; for Admins and above. Refuses what is no color, one on which white text has a contrast of
    /// less than 4.5:1, and <c>version_conflict</c>. May be repeated.
    /// </summary>
    [Alias("update")]
    Task<BrandingView> UpdateAsync(Actor actor, UpdateBranding command);
}
