using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

/// <remarks>
/// A transfer changes two members, which are two records: it is decided in one write of the company, and from then on
/// both get their roles, whatever happens in between.
/// </remarks>
internal sealed partial class CompanyGrain
{
    private static readonly Dictionary<string, string[]> _notActive = new(StringComparer.Ordinal)
    {
        ["userId"] = ["This must be an active member of the company."],
    };

    public async Task TransferOwnershipAsync(Actor actor, string userId)
    {
        var from = Acting(actor);
        MemberRules.EnsureRole(from, Role.SuperAdmin);
        var to = _roster.Get(userId);
        MemberRules.EnsureOther(from, to);
        if (to.Status != MemberStatus.Active)
            throw new RefusedException(GeneralErrors.Invalid(_notActive));
        var transfer = new OwnershipTransfer(
            from.UserId,
            ToldOfRole(from, actor, from, Role.Admin),
            to.UserId,
            ToldOfRole(from, actor, to, Role.SuperAdmin)
        );
        await WillResumeAsync();
        await DriveAsync(async () =>
        {
            await SaveAsync(_storage, State with { Transferring = transfer });
            await FinishTransferAsync();
            return transfer;
        });
    }

    private async Task FinishTransferAsync()
    {
        if (State.Transferring is not { } transfer)
            return;
        await GiveRoleAsync(transfer.ToUserId, Role.SuperAdmin, transfer.ToTold);
        await GiveRoleAsync(transfer.FromUserId, Role.Admin, transfer.FromTold);
        await SaveAsync(_storage, State with { Transferring = null });
    }

    private async Task GiveRoleAsync(string userId, Role role, IReadOnlyList<Announcement> told)
    {
        if (_roster.Get(userId) is { } member && member.Role != role)
            await ChangeMemberAsync(MemberUpdateRules.WithRole(member, role), told);
    }

    private List<Announcement> ToldOfRole(MemberRecord acting, Actor actor, MemberRecord member, Role role)
    {
        var next = MemberUpdateRules.WithRole(member, role);
        var audit = AuditBy(acting, actor);
        List<AuditRecord> records = [.. audit.MemberUpdated(member, next)];
        if (role == Role.SuperAdmin)
            records.Insert(0, audit.Of(AuditActions.OwnershipTransferred, CompanyAudit.OfMember(member), []));
        return [.. records.Select(record => new Announcement(record)), .. RoleMail(acting, member, next)];
    }
}
