using System.Collections.Frozen;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Members;

/// <summary>The members of a company: <see cref="ICompanyMembersGrain"/>.</summary>
internal sealed class CompanyMembers(
    CompanyContext company,
    MemberList list,
    MemberChanges changes,
    MemberOffboarding offboarding,
    Seats seats
)
{
    private ICompanySessionsGrain Sessions => company.Grains.GetGrain<ICompanySessionsGrain>(company.Id);

    public async Task<Page<MemberView>> ListAsync(Actor actor, MemberFilter filter, PageRequest page)
    {
        await company.WhenSavedAsync();
        MemberRules.EnsureMay(company.Acting(actor), Permissions.ReadMembers);
        if (filter.Sort == MemberSort.LastActiveAt)
            return list.Cut(filter, page, await Sessions.LastActiveAsync(userIds: null));
        var members = list.Cut(filter, page, FrozenDictionary<string, DateTimeOffset>.Empty);
        return members with { Items = await WithLastActiveAsync(members.Items) };
    }

    public async Task<MemberView> GetAsync(Actor actor, string userId)
    {
        await company.WhenSavedAsync();
        var acting = company.Acting(actor);
        if (acting.UserId != userId)
            MemberRules.EnsureMay(acting, Permissions.ReadMembers);
        return await WithLastActiveAsync(company.Roster.Get(userId).View);
    }

    public async Task<MemberView> UpdateAsync(Actor actor, string userId, UpdateMember command)
    {
        var (acting, before, next) = Plan(actor, userId, command);
        var records = company.AuditBy(acting, actor).MemberUpdated(before, next);
        if (records.Count > 0)
            next = await changes.SaveAsync(
                next,
                new Announce(records, MemberMail.OfRole(company.State.Name, acting, before, next, company.Now))
            );
        return await WithLastActiveAsync(next.View);
    }

    /// <summary>What a change would make of a member; refuses what it may not.</summary>
    public (MemberRecord Acting, MemberRecord Before, MemberRecord Next) Plan(Actor actor, string userId, UpdateMember command)
    {
        var (acting, before) = company.ActingOn(actor, userId, Permissions.UpdateMembers);
        VersionRules.EnsureExpected(command.ExpectedVersion, before.Version);
        var next = MemberUpdateRules.Apply(before, command, company.Scopes);
        GrantRules.EnsureMayChange(acting, before, next, company.Scopes.CaseTypesOf);
        if (next.Role > before.Role)
            PrivilegeRules.EnsureMayGive(actor, next.Role);
        if (next.Role < before.Role)
            MemberRules.EnsureNotLast(company.Roster.Members, before);
        return (acting, before, next);
    }

    public async Task DeactivateAsync(Actor actor, string userId)
    {
        var (acting, member) = company.ActingOn(actor, userId, Permissions.RemoveMembers);
        MemberRules.EnsureMayLoseAccess(acting, member, company.Roster.Members);
        if (member.Status == MemberStatus.Deactivated)
            return;
        var next = member with { Status = MemberStatus.Deactivated };
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberDeactivated, member, next);
    }

    public async Task ReactivateAsync(Actor actor, string userId)
    {
        var (acting, member) = company.ActingOn(actor, userId, Permissions.RemoveMembers);
        if (member.Status == MemberStatus.Active)
            return;
        seats.EnsureAvailable();
        var next = member with { Status = MemberStatus.Active };
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberReactivated, member, next);
    }

    public async Task RemoveAsync(Actor actor, string userId)
    {
        var (acting, member) = company.ActingOn(actor, userId, Permissions.RemoveMembers);
        MemberRules.EnsureMayLoseAccess(acting, member, company.Roster.Members);
        var next = member with { Removed = true };
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberRemoved, member, next);
    }

    public async Task LeaveAsync(Actor actor)
    {
        var member = company.Acting(actor);
        MemberRules.EnsureNotLast(company.Roster.Members, member);
        await changes.SaveAsync(company.AuditBy(member, actor), AuditActions.MemberLeft, member, member with { Removed = true });
    }

    public async Task<OffboardingView> GetOffboardingAsync(Actor actor, string userId)
    {
        await company.WhenSavedAsync();
        MemberRules.EnsureMay(company.Acting(actor), Permissions.ReadMembers);
        return await offboarding.GetAsync(userId);
    }

    private async Task<MemberView> WithLastActiveAsync(MemberView member) => (await WithLastActiveAsync([member]))[0];

    private async Task<IReadOnlyList<MemberView>> WithLastActiveAsync(IReadOnlyList<MemberView> members)
    {
        var at = await Sessions.LastActiveAsync([.. members.Select(member => member.UserId)]);
        return
        [
            .. members.Select(member =>
                at.TryGetValue(member.UserId, out var lastActive) ? member with { LastActiveAt = lastActive } : member
            ),
        ];
    }
}
