using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Members;

/// <summary>
/// Transfers ownership (RO-5). That changes two members, which are two records: it is decided in one write of the
/// company, and from then on both get their roles, whatever happens in between.
/// </summary>
internal sealed class Ownership(CompanyContext company, CompanySteps steps)
{
    private static readonly Dictionary<string, string[]> _notActive = new(StringComparer.Ordinal)
    {
        ["userId"] = ["This must be an active member of the company."],
    };

    public async Task TransferAsync(Actor actor, string userId)
    {
        var from = company.Acting(actor);
        MemberRules.EnsureRole(from, Role.SuperAdmin);
        var to = company.Roster.Get(userId);
        MemberRules.EnsureOther(from, to);
        if (to.Status != MemberStatus.Active)
            throw new RefusedException(GeneralErrors.Invalid(_notActive));
        var audit = company.AuditBy(from, actor);
        var transferred = audit.Of(AuditActions.OwnershipTransferred, CompanyAudit.OfMember(to), []);
        await steps.SaveAsync(Give(Role.SuperAdmin, to, from, audit, transferred), Give(Role.Admin, from, from, audit));
    }

    private GiveRole Give(Role role, MemberRecord member, MemberRecord by, CompanyAudit audit, params IReadOnlyList<AuditRecord> records)
    {
        var next = member with { Access = AccessRules.WithRole(member.Access, role) };
        var mail = MemberMail.OfRole(company.State.Name, by, member, next, company.Now);
        return new GiveRole(member.UserId, role, new Announce([.. records, .. audit.MemberUpdated(member, next)], mail));
    }
}
