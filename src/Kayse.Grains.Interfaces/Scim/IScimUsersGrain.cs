using Orleans.Concurrency;

namespace Kayse.Grains.Scim;

/// <summary>
/// The people of a company as its identity provider keeps them (EN-3), keyed by company id. Everybody in the company is
/// among them, however they came. The ids are user ids. Every method refuses <c>scim_token_invalid</c>; what changes
/// something refuses <c>not_found</c>, <c>version_conflict</c>, values that can't be kept, and what
/// <see cref="Members.ICompanyProvisioningGrain"/> refuses. Each may be repeated.
/// </summary>
[Alias("kayse.scim-users")]
public interface IScimUsersGrain : IGrainWithStringKey
{
    /// <summary>Looks only whether the token is right, and answers which it is.</summary>
    [Alias("authenticate"), AlwaysInterleave]
    Task<ScimTokenHolder> AuthenticateAsync(ScimCaller caller);

    /// <summary>The people who match. Refuses <c>scim_invalid_filter</c>.</summary>
    [Alias("list-users")]
    Task<ScimPage<ScimUserView>> ListUsersAsync(ScimCaller caller, ScimListQuery query);

    /// <summary>One person.</summary>
    [Alias("get-user")]
    Task<ScimUserView> GetUserAsync(ScimCaller caller, string id);

    /// <summary>
    /// Adds a person. Who is or was in the directory under the same <c>externalId</c>, then under the same
    /// <c>userName</c>, is the same person, also after having been removed. Refuses <c>scim_uniqueness</c> when the
    /// directory has somebody else with the name.
    /// </summary>
    [Alias("create-user")]
    Task<ScimResult<ScimUserView>> CreateUserAsync(ScimCaller caller, ScimUser user);

    /// <summary>As <see cref="CreateUserAsync"/> for up to 100 requests that came together, each by itself.</summary>
    [Alias("create-users")]
    Task<IReadOnlyList<ScimCreated>> CreateUsersAsync(IReadOnlyList<ScimCreation> requests);

    /// <summary>
    /// Replaces what is said of a person; without <c>active</c> that stays as it is. <c>false</c> ends their sessions
    /// and API keys at once. Refuses <c>last_super_admin</c>, and <c>scim_paused</c> while the brake is on.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The person.</param>
    /// <param name="user">What is said of them from now on.</param>
    /// <param name="expectedVersion">The version that the change is meant for; null: whichever is there.</param>
    [Alias("replace-user")]
    Task<ScimResult<ScimUserView>> ReplaceUserAsync(ScimCaller caller, string id, ScimUser user, long? expectedVersion);

    /// <summary>As <see cref="ReplaceUserAsync"/>, by operations.</summary>
    [Alias("patch-user")]
    Task<ScimResult<ScimUserView>> PatchUserAsync(ScimCaller caller, string id, ScimPatch patch, long? expectedVersion);

    /// <summary>
    /// Removes a person from the company. Repeated it refuses <c>not_found</c>. Refuses <c>last_super_admin</c>, and
    /// <c>scim_paused</c> while the brake is on.
    /// </summary>
    [Alias("delete-user")]
    Task DeleteUserAsync(ScimCaller caller, string id, long? expectedVersion);
}
