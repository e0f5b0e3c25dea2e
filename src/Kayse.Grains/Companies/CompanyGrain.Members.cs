using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    public Task<Page<MemberView>> ListMembersAsync(Actor actor, PageRequest page)
    {
        MemberRules.EnsureMay(Acting(actor), Permissions.ReadMembers);
        return Task.FromResult(Paging.Cut(_roster.Members.Select(member => member.View), member => $"{member.FullName.ToUpperInvariant()}\n{member.UserId}", page));
    }
}
