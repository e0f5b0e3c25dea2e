using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>
/// How a company is connected to its identity provider by SCIM (EN-3), keyed by company id: tokens, what groups give,
/// and the brake. Reading is for Admins and above; changes are for Super Admins in a session with step-up, as whoever
/// makes one can have people removed.
/// </summary>
[Alias("kayse.scim-directory")]
public interface IScimDirectoryGrain : IGrainWithStringKey
{
    /// <summary>How it stands.</summary>
    [Alias("get-overview")]
    Task<ScimOverview> GetOverviewAsync(Actor actor);

    /// <summary>
    /// Creates a token; its text is in the answer and never again. Refuses bad fields, and
    /// <c>scim_token_limit_reached</c> for more than two: one in use, and one to take its place.
    /// </summary>
    [Alias("create-token")]
    Task<IssuedScimToken> CreateTokenAsync(Actor actor, CreateScimToken command);

    /// <summary>Ends a token for good; the next request with it is refused. Refuses <c>not_found</c>.</summary>
    [Alias("revoke-token")]
    Task RevokeTokenAsync(Actor actor, string tokenId);

    /// <summary>The groups with what they give, by name.</summary>
    [Alias("list-mappings")]
    Task<Page<ScimGroupMapping>> ListMappingsAsync(Actor actor, PageRequest page);

    /// <summary>One group with what it gives. Refuses <c>not_found</c>.</summary>
    [Alias("get-mapping")]
    Task<ScimGroupMapping> GetMappingAsync(Actor actor, string groupId);

    /// <summary>
    /// Says what a group gives its members; null: nothing, as if it weren't there. Members of several groups have what
    /// all of them give, and whoever leaves the last of them has nothing. When the task completes, it applies to up to
    /// 200 members, and to the rest soon after. Refuses bad fields and <c>not_found</c>. May be repeated.
    /// </summary>
    [Alias("set-mapping")]
    Task<ScimGroupMapping> SetMappingAsync(Actor actor, string groupId, ProvisionedAccess? access);

    /// <summary>
    /// Lets the identity provider take access away again after the brake, for four hours however many it concerns.
    /// Without effect when the brake is off.
    /// </summary>
    [Alias("release-brake")]
    Task<ScimOverview> ReleaseBrakeAsync(Actor actor);

    /// <summary>
    /// Lets somebody be invited again whom the identity provider has removed: for when it no longer decides about them.
    /// Refuses <c>email_invalid</c>, and <c>not_found</c> when there is nobody of that address whom it has removed.
    /// </summary>
    [Alias("allow-return")]
    Task AllowReturnAsync(Actor actor, string email);

    /// <summary>
    /// Forgets what the directory keeps of a person whose account is deleted; without effect while the company has them.
    /// May be repeated.
    /// </summary>
    [Alias("erase")]
    Task EraseAsync(string userId);

    /// <summary>What the directory keeps of a person; null when nothing.</summary>
    [Alias("export")]
    Task<ScimUserView?> ExportAsync(string userId);
}
