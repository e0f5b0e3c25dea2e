using Kayse.Grains.ApiKeys;
using Kayse.Grains.Branding;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Branding;

/// <summary>The logos and the accent color of a company (CO-3).</summary>
internal static class BrandingEndpoints
{
    public static void MapBranding(this RouteGroupBuilder api)
    {
        var company = api.MapGroup("/companies/{company}").WithTags("Company").Refuses("forbidden", "not_found");
        company.MapGet("/branding", GetBrandingAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        company.MapPatch("/branding", UpdateBrandingAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
        company.MapGet("/logos/{kind}", GetLogoAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        company
            .MapPut("/logos/{kind}", SetLogoAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Write, limit: RateLimitKind.PhotosPerUser);
        company
            .MapDelete("/logos/{kind}", RemoveLogoAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Write, limit: RateLimitKind.PhotosPerUser);
        api.MapGet("/logos/{name}", GetLogoByNameAsync).Allows(Who.Anyone, limit: RateLimitKind.BrandingFilesPerCaller);
    }

    /// <summary>Get branding</summary>
    /// <remarks>The logos and the accent color that the console and emails show.</remarks>
    public static async Task<Versioned<BrandingResponse>> GetBrandingAsync(string company, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyBrandingGrain>(grains, company).GetAsync(caller.Actor));

    /// <summary>Update branding</summary>
    /// <remarks>
    /// Sets the accent color. White text on it must have a contrast of at least 4.5:1 (WCAG 2.2); in the dark theme a
    /// lighter shade of it is used.
    /// </remarks>
    public static async Task<Versioned<BrandingResponse>> UpdateBrandingAsync(
        string company,
        Body<BrandingRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyBrandingGrain>(grains, company)
                .UpdateAsync(caller.Actor, new UpdateBranding(body.Value.AccentColor.ToChange(), match.Version))
        );

    /// <summary>Get a logo</summary>
    /// <remarks>
    /// Returns the <c>light</c>, <c>dark</c> or <c>icon</c> logo. For pages and mails use its <c>url</c> from the
    /// branding, which can be cached forever.
    /// </remarks>
    [Produces<byte[]>(StatusCodes.Status200OK, "image/png", "image/svg+xml")]
    public static async Task<IResult> GetLogoAsync(
        string company,
        string kind,
        Caller caller,
        IGrainFactory grains,
        StoredLogos logos,
        HttpContext context
    )
    {
        var branding = await caller.Company<ICompanyBrandingGrain>(grains, company).GetAsync(caller.Actor);
        return await logos.ServeAsync(branding.Logo(LogoKinds.Parse(kind))?.Name, "private, no-cache", context);
    }

    /// <summary>Upload a logo</summary>
    /// <remarks>
    /// Takes a PNG, JPEG or SVG file as the body, up to 1 MiB and 4,096 pixels a side; for the <c>icon</c> no SVG,
    /// because email programs don't show it. Pictures are stored as PNG, without metadata, with up to 1,024 pixels a
    /// side (icons: 256). An SVG is written anew from shapes, text, gradients and plain styles; one with scripts,
    /// external references, embedded pictures or animations is refused.
    /// </remarks>
    [Refuses("unsupported_media_type", "payload_too_large", "image_invalid", "image_dimensions", "svg_invalid")]
    public static async Task<Versioned<BrandingResponse>> SetLogoAsync(
        string company,
        string kind,
        LogoBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller.Company<ICompanyBrandingGrain>(grains, company).SetLogoAsync(caller.Actor, LogoKinds.Parse(kind), body.Content)
        );

    /// <summary>Remove a logo</summary>
    /// <remarks>Deletes the file permanently. May be repeated.</remarks>
    public static async Task<NoContent> RemoveLogoAsync(string company, string kind, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyBrandingGrain>(grains, company).RemoveLogoAsync(caller.Actor, LogoKinds.Parse(kind));
        return TypedResults.NoContent();
    }

    /// <summary>Get a logo by its name</summary>
    /// <remarks>
    /// Returns the picture that a logo's <c>url</c> points to, without sign-in. A new logo gets a new name, so responses
    /// can be cached forever.
    /// </remarks>
    [Tags("Company")]
    [Produces<byte[]>(StatusCodes.Status200OK, "image/png", "image/svg+xml")]
    [Refuses("not_found")]
    public static Task<IResult> GetLogoByNameAsync(string name, StoredLogos logos, HttpContext context) =>
        logos.ServeAsync(name, "public, max-age=31536000, immutable", context);

    private static Versioned<BrandingResponse> Show(BrandingView view) => Versioned.Ok(BrandingResponse.Of(view), view.Version);
}
