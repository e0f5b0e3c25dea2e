namespace Kayse.Grains.Users;

public partial interface IUserGrain
{
    /// <summary>
    /// Makes a picture the person's photo (US-1), in place of any before: PNG, JPEG or WebP by its bytes, up to 2 MiB
    /// and 4,096 pixels a side. What it says beside the picture, such as where it was taken, is left out. Refuses
    /// <c>unsupported_media_type</c>, <c>payload_too_large</c>, <c>image_invalid</c> and <c>image_dimensions</c>. May
    /// be repeated.
    /// </summary>
    [Alias("set-photo")]
    Task<UserView> SetPhotoAsync([Immutable] byte[] file);

    /// <summary>Takes the photo away for good. May be repeated.</summary>
    [Alias("remove-photo")]
    Task RemovePhotoAsync();
}
