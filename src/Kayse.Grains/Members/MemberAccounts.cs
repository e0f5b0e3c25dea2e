using System.Text;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Passwords;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>What a company may do with the accounts of its members: <see cref="ICompanyAccountsGrain"/>.</summary>
internal sealed class MemberAccounts(
    CompanyContext company,
    CompanySteps steps,
    MemberChanges changes,
    InvitationAuthority authority,
    InvitationLimits limits,
    Seats seats,
    IPhoneNumberParser phones
)
{
    private const int MaxTold = 50;

    public async Task<string> PrepareCreateAsync(Actor actor, Role role)
    {
        var acting = await authority.VerifiedInviterAsync(actor);
        if (role > acting.Role)
            throw new RefusedException(GeneralErrors.Forbidden);
        PrivilegeRules.EnsureMayGive(actor, role);
        return company.State.Name;
    }

    public async Task<MemberView> CreateAsync(Actor actor, CreateMember command)
    {
        var acting = await authority.VerifiedInviterAsync(actor);
        var member = MemberCreationRules.MemberOf(command, company.Scopes, phones, company.Now);
        GrantRules.EnsureMayGive(acting.Access, before: null, member.Access, company.Scopes.CaseTypesOf);
        PrivilegeRules.EnsureMayGive(actor, member.Role);
        if (company.Roster.Find(member.UserId) is { } known && known.Email == member.Email)
            return known.View;
        await limits.EnsureCanJoinAsync(member.Email);
        limits.EnsurePhoneIsFree(member.PhoneNumber);
        seats.EnsureAvailable();
        var audit = company.AuditBy(acting, actor);
        var record = audit.Of(AuditActions.MemberCreated, CompanyAudit.OfMember(member), MemberAudit.Of(null, member));
        var registration = MemberCreationRules.RegistrationOf(member, command.PasswordHash);
        await steps.SaveAsync(new CreateMemberAccount(member, registration, Announce.Of(record)));
        return company.Roster.Get(member.UserId).View;
    }

    public async Task<MemberView> PrepareSetPasswordAsync(Actor actor, string userId)
    {
        // Whoever sets it can sign in with it: a User would get whatever another User may do.
        var acting = company.Admin(actor);
        var member = company.Roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        MemberRules.EnsureOther(acting, member);
        await EnsureNotElsewhereAsync(member, PasswordErrors.NotTheirsAlone);
        return member.View;
    }

    public async Task SetPasswordAsync(Actor actor, string userId, string passwordHash)
    {
        await PrepareSetPasswordAsync(actor, userId);
        var member = company.Roster.Get(userId);
        var audit = company.AuditBy(company.Acting(actor), actor);
        await changes.SaveAsync(audit, AuditActions.MemberPasswordSet, member, member, new SetMemberPassword(passwordHash));
    }

    public async Task SendPasswordResetAsync(Actor actor, string userId)
    {
        var (acting, member) = company.ActingOn(actor, userId, Permissions.UpdateMembers);
        MemberRules.EnsureOther(acting, member);
        var reset = new SendMemberPasswordReset(EntityId.New(company.Clock));
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberPasswordResetSent, member, member, reset);
    }

    public async Task<DateTimeOffset?> ResetTwoFactorAsync(Actor actor, string userId)
    {
        var (acting, member) = AdminOn(actor, userId);
        await EnsureNotElsewhereAsync(member, TwoFactorErrors.NotTheirsAlone);
        var reset = new ResetMemberTwoFactor(EntityId.New(company.Clock));
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberTwoFactorReset, member, member, reset);
        return await ResetAtAsync(userId);
    }

    public async Task CancelTwoFactorResetAsync(Actor actor, string userId)
    {
        var (acting, member) = AdminOn(actor, userId);
        if (await ResetAtAsync(userId) is null)
            throw new RefusedException(GeneralErrors.NotFound);
        var audit = company.AuditBy(acting, actor);
        var cancelling = new CancelMemberTwoFactorReset();
        await changes.SaveAsync(audit, AuditActions.MemberTwoFactorResetCancelled, member, member, cancelling);
    }

    public async Task DeleteAsync(Actor actor, string userId)
    {
        var acting = company.Admin(actor);
        var member = company.Roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        MemberRules.EnsureMayLoseAccess(acting, member, company.Roster.Members);
        await EnsureNotElsewhereAsync(member, MemberErrors.Elsewhere);
        var removed = member with { Removed = true };
        await changes.SaveAsync(company.AuditBy(acting, actor), AuditActions.MemberAccountDeleted, member, removed, new EraseAccount());
    }

    public async Task DeletionRequestedAsync(DeletionNews news)
    {
        if (company.Roster.Find(news.UserId) is not { Removed: false } member)
            return;
        var action = news.DueAt is null ? AuditActions.MemberDeletionTakenBack : AuditActions.MemberDeletionRequested;
        // Of the same news the same entry, however often it is told.
        var id = EntityId.From(Encoding.UTF8.GetBytes($"{company.Id} {news.UserId} {action} {news.At.UtcTicks}"));
        var record = company.AuditBy(member).Of(action, CompanyAudit.OfMember(member), []) with { Id = id, At = news.At };
        var admins = company
            .Roster.Members.Where(admin =>
                admin is { Role: >= Role.Admin, Status: MemberStatus.Active, Removed: false } && admin.UserId != news.UserId
            )
            .Take(MaxTold);
        var mails = admins.Select(admin => MemberMail.OfDeletion(company.State.Name, member, admin, news, company.Now));
        await changes.SaveAsync(member, Announce.Of(record, [.. mails]));
    }

    public async Task LeaveForDeletionAsync(string userId, bool onlyCheck)
    {
        if (company.Roster.Find(userId) is not { Removed: false } member)
            return;
        MemberRules.EnsureNotLast(company.Roster.Members, member);
        if (!onlyCheck)
            await changes.SaveAsync(company.AuditBy(member), AuditActions.MemberAccountDeleted, member, member with { Removed = true });
    }

    // Whoever resets somebody's second factor needs only their password to be them.
    private (MemberRecord Acting, MemberRecord Member) AdminOn(Actor actor, string userId)
    {
        var acting = company.Admin(actor);
        var member = company.Roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        MemberRules.EnsureOther(acting, member);
        return (acting, member);
    }

    private async Task<DateTimeOffset?> ResetAtAsync(string userId) =>
        (await company.User<ITwoFactorGrain>(userId).GetTwoFactorAsync()).ResetAt;

    private async Task EnsureNotElsewhereAsync(MemberRecord member, Refusal refusal)
    {
        if (await company.User<IMembershipsGrain>(member.UserId).BelongsElsewhereAsync(company.Id))
            throw new RefusedException(refusal);
    }
}
