using Kayse.Grains.Blobs;
using Kayse.Grains.Branding;
using Kayse.Grains.Errors;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Branding;

/// <summary>Serves logos. An SVG can do nothing, even where somebody opens it by itself.</summary>
internal sealed class StoredLogos(IBlobStore blobs)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Refuses <c>not_found</c> for what is no logo.</summary>
    public async Task<IResult> ServeAsync(string? name, string cacheControl, HttpContext context)
    {
        if (
            name is null
            || LogoName.ContentType(name) is not { } type
            || await blobs.GetAsync(LogoName.BlobKey(name), context.RequestAborted) is not { } content
        )
            throw new RefusedException(GeneralErrors.NotFound);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = cacheControl;
        return TypedResults.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }
}
