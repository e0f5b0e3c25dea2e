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
        var photo = api.MapGroup("/me/photo").WithTags("Me").AllowsAccess(AccessKind.SignedIn, RateLimitKind.PhotosPerUser);
        photo
            .MapPut("", SetAsync)
            .Documents(
                "SetMyPhoto",
                "Upload a photo",
                """
                The file as the body: PNG, JPEG, WebP or GIF by its bytes, up to 2 MiB and 4,096 pixels a side. It is turned upright, made at most 512 pixels a side
                and kept as JPEG, or as PNG where it is transparent. Whatever else the file says, such as where the picture was taken, is left out.
                Replaces the previous photo.
                """
            )
            .Refuses("unsupported_media_type", "payload_too_large", "image_invalid", "image_dimensions");
        photo.MapDelete("", RemoveAsync).Documents("RemoveMyPhoto", "Take the photo away", "For good. May be repeated.");
        api.MapGet("/photos/{name}", GetAsync)
            .WithTags("Members")
            .AllowsAccess(AccessKind.SignedIn)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .Documents(
                "GetPhoto",
                "A photo",
                "What a `photoUrl` leads to: for whoever is signed in and knows its name, which can't be guessed. Another photo has another name, so this one may be kept for ever."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png", "image/jpeg")
            .Refuses("not_found");
    }

    private static async Task<Versioned<MeAnswer>> SetAsync(ImageBody body, Caller caller, IGrainFactory grains)
    {
        var user = await caller.User(grains).SetPhotoAsync(body.Content);
        return Versioned.Ok(MeAnswer.Of(user), user.Version);
    }

    private static async Task<NoContent> RemoveAsync(Caller caller, IGrainFactory grains)
    {
        await caller.User(grains).RemovePhotoAsync();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> GetAsync(string name, IBlobStore blobs, HttpContext context)
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
