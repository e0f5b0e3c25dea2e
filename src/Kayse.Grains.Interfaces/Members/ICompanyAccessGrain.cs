using Kayse.Grains.Companies;
using Kayse.Grains.Lists;
using Orleans.Concurrency;

namespace Kayse.Grains.Members;

/// <summary>
/// Explains who may do what in a company, and why (RO-8), keyed by company id. Changes nothing. Refuses as
/// <see cref="ICompanyMembersGrain"/> does.
/// </summary>
[Alias("kayse.company-access")]
public interface ICompanyAccessGrain : IGrainWithStringKey
{
    /// <summary>What a member may do, with reasons; needs <c>members.read</c>, unless it is the actor.</summary>
    [Alias("explain"), AlwaysInterleave]
    Task<MemberAccess> ExplainAccessAsync(Actor actor, string userId);

    /// <summary>
    /// What a change of a member would grant and take. Refuses everything that
    /// <see cref="ICompanyMembersGrain.UpdateMemberAsync"/> would refuse.
    /// </summary>
    [Alias("preview"), AlwaysInterleave]
    Task<AccessPreview> PreviewAccessAsync(Actor actor, string userId, UpdateMember command);

    /// <summary>The active members who may do something, by name; needs <c>members.read</c>.</summary>
    [Alias("find-holders"), AlwaysInterleave]
    Task<Page<AccessHolder>> FindHoldersAsync(Actor actor, AuthorizationQuestion question, PageRequest page);

    /// <summary>
    /// The active members who have a right; for features that tell them something by themselves, so nobody asks. Empty
    /// when there is no such company.
    /// </summary>
    [Alias("list-with-right"), AlwaysInterleave]
    Task<CompanyPeople> ListWithRightAsync(CompanyRight right);
}
