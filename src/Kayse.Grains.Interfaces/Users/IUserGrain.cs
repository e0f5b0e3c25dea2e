using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <summary>
/// One person, keyed by user id: what they say of themselves, and what companies copy of it. Other interfaces of the same
/// grain have the rest, each its feature.
/// </summary>
[Alias("kayse.user")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes the person and takes the email address; on disk when the task completes. Where the address is proved, it
    /// also takes over the account of this id that never proved it: password, second factor, devices, sessions and API
    /// keys of before are void. Refuses <see cref="UserErrors.EmailTaken"/>, and holds nothing then. May be repeated.
    /// </summary>
    [Alias("register")]
    Task<RegisteredUser> RegisterAsync(RegisterUser command);

    /// <summary>
    /// Erases the person for good (PR-4): ends their sessions, frees address and number, has the audit logs of the
    /// companies that they were in forget their name, and forgets everything itself. May be repeated. Refuses
    /// <c>member_elsewhere</c> while a company has them.
    /// </summary>
    [Alias("erase")]
    Task EraseAsync();

    /// <summary>The person, or null when there is none.</summary>
    [ReadOnly, Alias("get")]
    Task<UserView?> GetAsync();

    /// <summary>
    /// Changes the profile (US-1). A new name is in every live session when the task completes; what companies call the
    /// person in their rosters is theirs to say and stays. A new phone number reaches the rosters soon after. Refuses
    /// bad fields, <c>phone_invalid</c>, <c>phone_in_use</c>, <c>phone_already_invited</c> and <c>version_conflict</c>.
    /// May be repeated.
    /// </summary>
    [Alias("update-profile")]
    Task<UserView> UpdateProfileAsync(UpdateProfile command);

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

    /// <summary>What rosters copy of the person; null when there is none.</summary>
    [ReadOnly, Alias("get-contact")]
    Task<UserContact?> GetContactAsync();

    /// <summary>
    /// A company's roster has what <see cref="GetContactAsync"/> gave under this version: it needs no more telling of
    /// that. May be repeated.
    /// </summary>
    [Alias("contact-known")]
    Task ContactKnownAsync(string companyId, long version);
}
