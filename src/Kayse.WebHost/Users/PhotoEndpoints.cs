using Kayse.Grains.ApiKeys;
using Kayse.Grains.Blobs;
using Kayse.Grains.Errors;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Users;

internal static class PhotoEndpoints
{
    public static void MapPhotos(this RouteGroupBuilder api)
    {
        var photo = api.MapGroup("/me/photo").WithTags("Me");
        photo.MapPut("", SetMyPhotoAsync).Allows(Who.SignedIn, limit: RateLimitKind.PhotosPerUser);
        photo.MapDelete("", RemoveMyPhotoAsync).Allows(Who.SignedIn, limit: RateLimitKind.PhotosPerUser);
        api.MapGet("/photos/{name}", GetPhotoAsync).Allows(Who.SignedIn, keys: ApiKeyPermissions.Read);
    }

    /// <summary>Upload your photo</summary>
    /// <remarks>
    /// Takes a PNG, JPEG, WebP or GIF file as the body, up to 2 MiB and 4,096 pixels a side. The photo is rotated
    /// upright, scaled down to at most 512 pixels a side, and stored as JPEG, or as PNG if it is transparent.
    /// Metadata such as the location is removed. Replaces the previous photo.
    /// </remarks>
    [Refuses("unsupported_media_type", "payload_too_large", "image_invalid", "image_dimensions")]
    public static async Task<Versioned<MeResponse>> SetMyPhotoAsync(ImageBody body, Caller caller, IGrainFactory grains)
    {
        var user = await caller.User<IUserGrain>(grains).SetPhotoAsync(body.Content);
        return Versioned.Ok(MeResponse.Of(user), user.Version);
    }

    /// <summary>Remove your photo</summary>
    /// <remarks>Deletes the photo permanently. May be repeated.</remarks>
    public static async Task<NoContent> RemoveMyPhotoAsync(Caller caller, IGrainFactory grains)
    {
        await caller.User<IUserGrain>(grains).RemovePhotoAsync();
        return TypedResults.NoContent();
    }

    /// <summary>Get a photo</summary>
    /// <remarks>
    /// Returns the picture that a <c>photoUrl</c> points to. The name cannot be guessed, and a new photo gets a new
    /// name, so responses can be cached forever.
    /// </remarks>
    [Tags("Members")]
    [Produces<byte[]>(StatusCodes.Status200OK, "image/png", "image/jpeg")]
    [Refuses("not_found")]
    public static async Task<IResult> GetPhotoAsync(string name, IBlobStore blobs, HttpContext context)
    {
        if (
            PhotoName.ContentType(name) is not { } type
            || await blobs.GetAsync(PhotoName.BlobKey(name), context.RequestAborted) is not { } content
        )
            throw new RefusedException(GeneralErrors.NotFound);
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Stream(content, type, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }
}
