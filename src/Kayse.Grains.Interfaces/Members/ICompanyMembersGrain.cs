using Kayse.Grains.Lists;
using Orleans.Concurrency;

namespace Kayse.Grains.Members;

/// <summary>
/// The members of a company, keyed by company id. Every command refuses <c>not_found</c> when there is no such member,
/// and <c>forbidden</c> when the actor lacks the permission or the member's role is higher than theirs. When a command
/// completes, every live session of the member reflects the change. Each may be repeated.
/// </summary>
[Alias("kayse.company-members")]
public interface ICompanyMembersGrain : IGrainWithStringKey
{
    /// <summary>The members that match a filter (ME-1); needs <c>members.read</c>.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<Page<MemberView>> ListMembersAsync(Actor actor, MemberFilter filter, PageRequest page);

    /// <summary>One member; needs <c>members.read</c>, unless it is the actor.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<MemberView> GetMemberAsync(Actor actor, string userId);

    /// <summary>
    /// Changes a member (ME-2, RO-5); needs <c>members.update</c>, and the actor can give only what they have
    /// themselves. A new role is announced by mail. Refuses bad fields, <c>version_conflict</c>, <c>own_role</c> for
    /// the actor's own role, scopes, permissions and agents, and <c>last_super_admin</c>.
    /// </summary>
    [Alias("update")]
    Task<MemberView> UpdateMemberAsync(Actor actor, string userId, UpdateMember command);

    /// <summary>
    /// Takes away a member's access until they are reactivated (ME-3); needs <c>members.remove</c>. Refuses
    /// <c>own_role</c> and <c>last_super_admin</c>.
    /// </summary>
    [Alias("deactivate")]
    Task DeactivateMemberAsync(Actor actor, string userId);

    /// <summary>Gives a deactivated member their access back (ME-3); needs <c>members.remove</c>, and a seat.</summary>
    [Alias("reactivate")]
    Task ReactivateMemberAsync(Actor actor, string userId);

    /// <summary>
    /// Removes a member for good (ME-4); they may be invited again. Needs <c>members.remove</c>. Refuses
    /// <c>own_role</c> and <c>last_super_admin</c>.
    /// </summary>
    [Alias("remove")]
    Task RemoveMemberAsync(Actor actor, string userId);

    /// <summary>The actor leaves the company for good. Refuses <c>last_super_admin</c>.</summary>
    [Alias("leave")]
    Task LeaveAsync(Actor actor);

    /// <summary>
    /// What ended when somebody was deactivated or removed, and what is left to reassign (ME-4); needs
    /// <c>members.read</c>. Refuses <c>not_found</c> for anybody else, active members too.
    /// </summary>
    [Alias("get-offboarding"), AlwaysInterleave]
    Task<OffboardingView> GetOffboardingAsync(Actor actor, string userId);

    /// <summary>
    /// Makes another active member Super Admin and the actor Admin, both or neither (RO-5); for Super Admins. Refuses
    /// <c>own_role</c> when the actor is that member, and bad fields when they are deactivated. Both get a mail.
    /// </summary>
    [Alias("transfer-ownership")]
    Task TransferOwnershipAsync(Actor actor, string userId);
}
