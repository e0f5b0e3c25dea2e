namespace Kayse.Grains.Scim;

/// <summary>
/// The groups of a company as its identity provider keeps them (EN-3), keyed by company id. A group gives access only
/// if an admin has said so (<see cref="IScimDirectoryGrain.SetMappingAsync"/>). Refuses as <see cref="IScimUsersGrain"/>
/// does. Members who aren't in the directory are left out, and the notes say so. Each may be repeated.
/// </summary>
[Alias("kayse.scim-groups")]
public interface IScimGroupsGrain : IGrainWithStringKey
{
    /// <summary>The groups that match. Refuses <c>scim_invalid_filter</c>.</summary>
    [Alias("list-groups")]
    Task<ScimPage<ScimGroupView>> ListGroupsAsync(ScimCaller caller, ScimListQuery query);

    /// <summary>One group.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The group.</param>
    /// <param name="withMembers">Whether its members are wanted.</param>
    [Alias("get-group")]
    Task<ScimGroupView> GetGroupAsync(ScimCaller caller, string id, bool withMembers);

    /// <summary>
    /// Adds a group. Refuses <c>scim_uniqueness</c> when another has the name, unless it has the same
    /// <c>externalId</c>: then it is that group. A directory has up to 1,000.
    /// </summary>
    [Alias("create-group")]
    Task<ScimResult<ScimGroupView>> CreateGroupAsync(ScimCaller caller, ScimGroup group);

    /// <summary>Replaces a group; without <c>members</c> those stay.</summary>
    [Alias("replace-group")]
    Task<ScimResult<ScimGroupView>> ReplaceGroupAsync(ScimCaller caller, string id, ScimGroup group, long? expectedVersion);

    /// <summary>Changes a group by operations; the answer has no members.</summary>
    [Alias("patch-group")]
    Task<ScimResult<ScimGroupView>> PatchGroupAsync(ScimCaller caller, string id, ScimPatch patch, long? expectedVersion);

    /// <summary>Removes a group; its members lose what it gave them. Repeated it refuses <c>not_found</c>.</summary>
    [Alias("delete-group")]
    Task DeleteGroupAsync(ScimCaller caller, string id, long? expectedVersion);
}
