using Kayse.Grains.Images;

namespace Kayse.Grains.Users;

/// <remarks>
/// A photo is noted before it is stored, and the one before it with the change that gives it up: whatever is noted and
/// isn't the person's is deleted, also after a crash.
/// </remarks>
internal sealed partial class UserGrain
{
    private const int MaxPhotoLength = 2 * 1024 * 1024;
    private const int MaxPhotoSide = 4096;

    public async Task<UserView> SetPhotoAsync(byte[] file)
    {
        EnsureKnown();
        var image = await StillImage.ReadAsync(file, MaxPhotoLength, MaxPhotoSide);
        await FinishAsync();
        var name = PhotoName.Of(Key, image);
        if (name == State.Photo)
            return View;
        await WillFinishAsync();
        await SaveAsync(storage, State with { UnsettledPhotos = [name] });
        await blobs.PutAsync(PhotoName.BlobKey(name), image.Content, CancellationToken.None);
        await SaveAndFinishAsync(ProfileRules.Changed(State, State with { Photo = name }));
        return View;
    }

    public async Task RemovePhotoAsync()
    {
        EnsureKnown();
        await FinishAsync();
        if (State.Photo is not null)
            await SaveAndFinishAsync(ProfileRules.Changed(State, State with { Photo = null }));
    }

    private Task SettlePhotosAsync() => Task.WhenAll(State.UnsettledPhotos.Where(name => name != State.Photo).Select(DeletePhotoAsync));

    private Task DeletePhotoAsync(string name) => blobs.DeleteAsync(PhotoName.BlobKey(name), CancellationToken.None);
}
