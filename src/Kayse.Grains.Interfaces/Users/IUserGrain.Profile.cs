using Orleans.Concurrency;

namespace Kayse.Grains.Users;

public partial interface IUserGrain
{
    /// <summary>
    /// Changes the profile (US-1). A new name is in every live session when the task completes; what companies call the
    /// person in their rosters is theirs to say and stays. A new phone number reaches the rosters soon after. Refuses
    /// bad fields, <c>phone_invalid</c>, <c>phone_in_use</c>, <c>phone_already_invited</c> and <c>version_conflict</c>.
    /// May be repeated.
    /// </summary>
    [Alias("update-profile")]
    Task<UserView> UpdateProfileAsync(UpdateProfile command);

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
