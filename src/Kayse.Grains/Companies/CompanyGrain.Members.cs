using System.Collections.Frozen;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    private MemberList MemberList => field ??= new MemberList(_roster);

    public async Task<Page<MemberView>> ListMembersAsync(Actor actor, MemberFilter filter, PageRequest page)
    {
        MemberRules.EnsureMay(Acting(actor), Permissions.ReadMembers);
        if (filter.Sort == MemberSort.LastActiveAt)
            return MemberList.Cut(filter, page, await Sessions.LastActiveAsync(userIds: null));
        var members = MemberList.Cut(filter, page, FrozenDictionary<string, DateTimeOffset>.Empty);
        return members with { Items = await WithLastActiveAsync(members.Items) };
    }

    public async Task<MemberView> GetMemberAsync(Actor actor, string userId)
    {
        var acting = Acting(actor);
        if (acting.UserId != userId)
            MemberRules.EnsureMay(acting, Permissions.ReadMembers);
        return (await WithLastActiveAsync([_roster.Get(userId).View]))[0];
    }

    public async Task<MemberView> UpdateMemberAsync(Actor actor, string userId, UpdateMember command)
    {
        var (acting, before) = Concerned(actor, userId, Permissions.UpdateMembers);
        VersionRules.EnsureExpected(command.ExpectedVersion, before.Version);
        var next = MemberUpdateRules.Apply(before, command, _scopes);
        GrantRules.EnsureMayGive(acting, before, next, _scopes.CaseTypesOf);
        if (next.Role > before.Role)
            PrivilegeRules.EnsureMayGive(actor, next.Role);
        if (next.Role < before.Role)
            MemberRules.EnsureNotLast(_roster.Members, before);
        var records = AuditBy(acting, actor).MemberUpdated(before, next);
        var changed =
            records.Count == 0
                ? before
                : await ChangeMemberAsync(
                    next,
                    [.. records.Select(record => new Announcement(record)), .. RoleMail(acting, before, next)]
                );
        return (await WithLastActiveAsync([changed.View]))[0];
    }

    public async Task DeactivateMemberAsync(Actor actor, string userId)
    {
        var (acting, member) = Concerned(actor, userId, Permissions.RemoveMembers);
        EnsureMayLoseAccess(acting, member);
        if (member.Status != MemberStatus.Deactivated)
            await ChangeMemberAsync(
                acting,
                actor,
                member,
                member with
                {
                    Status = MemberStatus.Deactivated,
                },
                AuditActions.MemberDeactivated
            );
    }

    public async Task ReactivateMemberAsync(Actor actor, string userId)
    {
        var (acting, member) = Concerned(actor, userId, Permissions.RemoveMembers);
        if (member.Status == MemberStatus.Active)
            return;
        EnsureSeat();
        await ChangeMemberAsync(acting, actor, member, member with { Status = MemberStatus.Active }, AuditActions.MemberReactivated);
    }

    public async Task RemoveMemberAsync(Actor actor, string userId)
    {
        var (acting, member) = Concerned(actor, userId, Permissions.RemoveMembers);
        EnsureMayLoseAccess(acting, member);
        await RemoveAsync(acting, actor, member, AuditActions.MemberRemoved);
    }

    public async Task LeaveAsync(Actor actor)
    {
        var member = Acting(actor);
        MemberRules.EnsureNotLast(_roster.Members, member);
        await RemoveAsync(member, actor, member, AuditActions.MemberLeft);
    }

    // With the account of what they held, for whoever takes it over.
    private Task<MemberRecord> RemoveAsync(MemberRecord acting, Actor actor, MemberRecord member, string action) =>
        ChangeMemberAsync(
            member with
            {
                Removed = true,
            },
            new Announcement(AuditBy(acting, actor).Of(action, CompanyAudit.OfMember(member), MemberAudit.Of(member, null)))
        );

    private Task<MemberRecord> ChangeMemberAsync(
        MemberRecord acting,
        Actor actor,
        MemberRecord before,
        MemberRecord next,
        string action
    ) =>
        ChangeMemberAsync(
            next,
            new Announcement(AuditBy(acting, actor).Of(action, CompanyAudit.OfMember(next), MemberAudit.Of(before, next)))
        );

    /// <summary>Who acts, by a permission that they need, and on whom: nobody above them.</summary>
    private (MemberRecord Acting, MemberRecord Member) Concerned(Actor actor, string userId, string permission)
    {
        var acting = Acting(actor);
        MemberRules.EnsureMay(acting, permission);
        var member = _roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        return (acting, member);
    }

    private void EnsureMayLoseAccess(MemberRecord acting, MemberRecord member)
    {
        MemberRules.EnsureNotLast(_roster.Members, member);
        MemberRules.EnsureOther(acting, member);
    }

    private IEnumerable<Announcement> RoleMail(MemberRecord acting, MemberRecord before, MemberRecord next) =>
        before.Role == next.Role || next.Status != MemberStatus.Active
            ? []
            : [new Announcement(Audit: null, MemberMail.RoleChanged(State.Name, acting.FullName, next, Now))];
}
