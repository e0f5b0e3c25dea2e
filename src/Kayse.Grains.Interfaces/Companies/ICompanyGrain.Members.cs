using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <remarks>
/// Of the commands on a member all refuse <c>not_found</c> when there is no such member, and <c>forbidden</c> when the
/// actor lacks the permission or the member is above them. When a command completes, every live session of the member
/// has what it changed. Each may be repeated.
/// </remarks>
public partial interface ICompanyGrain
{
    /// <summary>The members that a filter lets through (ME-1); needs <c>members.read</c>.</summary>
    [Alias("list-members")]
    Task<Page<MemberView>> ListMembersAsync(Actor actor, MemberFilter filter, PageRequest page);

    /// <summary>One member; needs <c>members.read</c>, unless it is the actor.</summary>
    [Alias("get-member")]
    Task<MemberView> GetMemberAsync(Actor actor, string userId);

    /// <summary>
    /// Changes a member (ME-2, RO-5); needs <c>members.update</c>, and whatever is given the actor must have. A changed
    /// role is told by mail. Refuses bad fields, <c>version_conflict</c>, <c>own_role</c> for the actor's own role,
    /// scopes, permissions and agents, and <c>last_super_admin</c>.
    /// </summary>
    [Alias("update-member")]
    Task<MemberView> UpdateMemberAsync(Actor actor, string userId, UpdateMember command);

    /// <summary>
    /// Takes a member's access away until they are reactivated (ME-3); needs <c>members.remove</c>. Refuses
    /// <c>own_role</c> and <c>last_super_admin</c>.
    /// </summary>
    [Alias("deactivate-member")]
    Task DeactivateMemberAsync(Actor actor, string userId);

    /// <summary>Gives a deactivated member their access back (ME-3); needs <c>members.remove</c>, and a seat.</summary>
    [Alias("reactivate-member")]
    Task ReactivateMemberAsync(Actor actor, string userId);

    /// <summary>
    /// Removes a member for good (ME-4); they may be invited again. Needs <c>members.remove</c>. Refuses
    /// <c>own_role</c> and <c>last_super_admin</c>.
    /// </summary>
    [Alias("remove-member")]
    Task RemoveMemberAsync(Actor actor, string userId);

    /// <summary>The actor leaves the company for good. Refuses <c>last_super_admin</c>.</summary>
    [Alias("leave")]
    Task LeaveAsync(Actor actor);

    /// <summary>
    /// Makes another active member Super Admin and the actor Admin, both or neither (RO-5); for Super Admins. Refuses
    /// <c>own_role</c> when the actor is that member, and bad fields when they are deactivated. Both are told by mail.
    /// </summary>
    [Alias("transfer-ownership")]
    Task TransferOwnershipAsync(Actor actor, string userId);
}
