using Kayse.Grains.Blobs;
using Kayse.Grains.Directory;
using Kayse.Grains.Images;
using Kayse.Grains.Notifications;
using Kayse.Grains.State;

namespace Kayse.Grains.Users;

/// <summary>What a person says of themselves, their photo, and what rosters copy of it.</summary>
internal sealed class Profile(UserContext user, IPhoneNumberParser phones, IBlobStore blobs)
{
    private const int MaxPhotoLength = 2 * 1024 * 1024;
    private const int MaxPhotoSide = 4096;

    public UserContact? Contact =>
        user.State.Email is { } email
            ? new UserContact(user.State.ContactVersion, email, user.State.PhoneNumber)
            {
                Photo = user.State.Photo,
                TwoFactorEnabled = UserTwoFactorRules.HasAny(user.State),
                InitialPasswordExpiresAt = user.State.PasswordExpiresAt,
                TwoFactorResetAt = user.State.FactorReset?.At,
            }
            : null;

    /// <summary>What is stored of the person, without secrets; null when there is none.</summary>
    public UserData? Data => user.State.Email is null ? null : UserDataRules.Of(user.View, user.State);

    public async Task<UserView> UpdateAsync(UpdateProfile command)
    {
        user.EnsureExists();
        var next = ProfileRules.Apply(user.State, command, phones);
        if (ReferenceEquals(next, user.State))
            return user.View;
        var isElsewhere = next.TimeZone != user.State.TimeZone;
        await user.SaveAsync(next);
        if (isElsewhere)
            await user.Grains.GetGrain<INotificationNewsGrain>(user.Id).ReconsiderAsync();
        return user.View;
    }

    public async Task<UserView> SetPhotoAsync(byte[] file)
    {
        user.EnsureExists();
        var image = await StillImage.ReadAsync(file, MaxPhotoLength, MaxPhotoSide);
        var name = PhotoName.Of(user.Id, image);
        if (name == user.State.Photo)
            return user.View;
        // Known before it is stored, so that it is deleted if it never becomes theirs.
        await user.StoreAsync(user.State.Then(new DeletePhoto(name)));
        await blobs.PutAsync(PhotoName.BlobKey(name), image.Content, CancellationToken.None);
        await user.SaveAsync(ProfileRules.Changed(user.State, user.State with { Photo = name }));
        return user.View;
    }

    public async Task RemovePhotoAsync()
    {
        user.EnsureExists();
        if (user.State.Photo is not null)
            await user.SaveAsync(ProfileRules.Changed(user.State, user.State with { Photo = null }));
    }

    public Task ContactKnownAsync(string companyId, long version)
    {
        var known = user.State.Pending.OfType<NotifyCompany>().Where(step => step.CompanyId == companyId).ToList();
        return version != user.State.ContactVersion || known.Count == 0
            ? Task.CompletedTask
            : user.SaveAsync(user.State with { Pending = user.State.Pending.Without(known) });
    }
}
