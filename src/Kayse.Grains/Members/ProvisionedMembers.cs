using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Members;

/// <summary>What an identity provider does to those who are members: <see cref="ICompanyProvisioningGrain"/>.</summary>
internal sealed class ProvisionedMembers(CompanyContext company, MemberChanges changes, MemberOffboarding offboarding, Seats seats)
{
    // The roster counts its changes anew with every activation.
    private readonly string _activation = EntityId.New(company.Clock);

    public Task<MemberView> UpdateAsync(Actor actor, string userId, string? fullName, Change<string>? jobTitle)
    {
        var acting = ProvisioningRules.Acting(actor);
        var before = company.Roster.Get(userId);
        return SaveAsync(acting, actor, before, MemberUpdateRules.Apply(before, new UpdateMember(fullName, jobTitle), company.Scopes));
    }

    public Task<MemberView> SetAccessAsync(Actor actor, string userId, ProvisionedAccess access)
    {
        var acting = ProvisioningRules.Acting(actor);
        var before = company.Roster.Get(userId);
        return before.Role == Role.SuperAdmin
            ? Task.FromResult(before.View)
            : SaveAsync(
                acting,
                actor,
                before,
                before with
                {
                    Access = ProvisioningRules.AccessOf(before.Access, access, company.Scopes),
                }
            );
    }

    public async Task<MemberView> DeactivateAsync(Actor actor, string userId)
    {
        var acting = ProvisioningRules.Acting(actor);
        var member = company.Roster.Get(userId);
        MemberRules.EnsureNotLast(company.Roster.Members, member);
        if (member.Status == MemberStatus.Deactivated)
            return member.View;
        var next = member with { Status = MemberStatus.Deactivated };
        return (await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberDeactivated, member, next)).View;
    }

    public async Task<MemberView> ReactivateAsync(Actor actor, string userId)
    {
        var acting = ProvisioningRules.Acting(actor);
        var member = company.Roster.Get(userId);
        if (member.Status == MemberStatus.Active || await offboarding.FindAsync(userId) is not { ByDirectory: true })
            return member.View;
        seats.EnsureAvailable();
        var next = member with { Status = MemberStatus.Active };
        return (await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberReactivated, member, next)).View;
    }

    public async Task RemoveAsync(Actor actor, string userId)
    {
        var acting = ProvisioningRules.Acting(actor);
        var member = company.Roster.Get(userId);
        MemberRules.EnsureNotLast(company.Roster.Members, member);
        var next = member with { Removed = true };
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberRemoved, member, next);
    }

    public async Task<MemberView?> FindAsync(Actor actor, Func<Roster, MemberRecord?> find)
    {
        ProvisioningRules.Acting(actor);
        await company.WhenSavedAsync();
        return find(company.Roster) is { Removed: false } member ? member.View : null;
    }

    public async Task<ProvisionedRoster> ListAsync(Actor actor, string? knownRevision)
    {
        ProvisioningRules.Acting(actor);
        await company.WhenSavedAsync();
        var revision = FormattableString.Invariant($"{_activation}-{company.Roster.Version}");
        return revision == knownRevision
            ? new ProvisionedRoster(revision, Members: null)
            : new ProvisionedRoster(revision, [.. company.Roster.Members.Where(member => !member.Removed).Select(member => member.View)]);
    }

    public async Task<bool> IsDeprovisionedAsync(Actor actor, string userId)
    {
        ProvisioningRules.Acting(actor);
        return company.Roster.Find(userId) is { Removed: false } member
            ? member.Status != MemberStatus.Active
            : await offboarding.FindAsync(userId) is not null;
    }

    public async Task<bool> AllowReturnAsync(Actor actor, string userId)
    {
        ProvisioningRules.Acting(actor);
        return company.Roster.Find(userId) is null && await offboarding.AllowReturnAsync(userId);
    }

    private async Task<MemberView> SaveAsync(MemberRecord acting, Actor actor, MemberRecord before, MemberRecord next)
    {
        var records = company.AuditBy(acting, actor).MemberUpdated(before, next);
        if (records.Count == 0)
            return before.View;
        var mail = MemberMail.OfRole(company.State.Name, acting, before, next, company.Now);
        return (await changes.SaveAsync(next, new Announce(records, mail))).View;
    }
}
