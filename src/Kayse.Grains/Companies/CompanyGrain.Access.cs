using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    public Task EnsureRightAsync(Actor actor, CompanyRight right)
    {
        var member = Acting(actor);
        MemberRules.EnsureRole(member, right.LeastRole);
        if (right.AnyOf.Count > 0)
            MemberRules.EnsureMayAny(member, right.AnyOf);
        return Task.CompletedTask;
    }
}
