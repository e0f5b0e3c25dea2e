using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

public partial interface ICompanyGrain
{
    /// <summary>The members by name; needs <c>members.read</c>.</summary>
    [Alias("list-members")]
    Task<Page<MemberView>> ListMembersAsync(Actor actor, PageRequest page);
}
