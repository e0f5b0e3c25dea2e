using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Domains;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>How an identity provider makes people members: <see cref="ICompanyProvisioningGrain"/>.</summary>
internal sealed class MemberProvisioning(
    CompanyContext company,
    CompanySteps steps,
    MemberChanges changes,
    InvitationAuthority invitations,
    MemberOffboarding offboarding,
    ProvisionedMembers members,
    Seats seats
)
{
    public async Task<ProvisionedMember> ProvisionAsync(Actor actor, ProvisionMember command)
    {
        var acting = ProvisioningRules.Acting(actor);
        var member = ProvisioningRules.MemberOf(command, company.Scopes, company.Now);
        if (await FindKnownAsync(command) is { } same)
            member = member with { UserId = same.Id, Email = same.Email };
        if (company.Roster.FindByEmail(member.Email) is { } known)
            return await BringBackAsync(actor, known, command.Reason);
        await EnsureDomainVerifiedAsync(member.Email);
        var userId = await company.Grains.GetGrain<IEmailAddressGrain>(member.Email).GetUserIdAsync();
        // The roster may know them by an earlier address.
        if (userId is not null && company.Roster.Find(userId) is { } sameperson)
            return await BringBackAsync(actor, sameperson, command.Reason);
        if (userId is not null)
            await EnsureMayJoinAsync(userId, command.Reason);
        await MakeRoomAsync(member.Email);
        var audit = company.AuditBy(acting, actor);
        return userId is not null && await company.User<IUserEmailGrain>(userId).IsEmailVerifiedAsync()
            ? await AddAsync(audit, member with { UserId = userId }, command.Reason)
            : await CreateAsync(audit, userId is null ? member : member with { UserId = userId });
    }

    private async Task<UserView?> FindKnownAsync(ProvisionMember command) =>
        command is { KnownUserId: { } userId, Reason: ProvisioningReason.Directory }
            ? await company.User<IUserGrain>(userId).GetAsync()
            : null;

    private async Task<ProvisionedMember> BringBackAsync(Actor actor, MemberRecord known, ProvisioningReason reason)
    {
        if (known is { Removed: false, Status: MemberStatus.Active })
            return new ProvisionedMember(known.View, ProvisioningOutcome.Unchanged);
        if (known.Removed || reason == ProvisioningReason.SignIn)
            throw new RefusedException(MemberErrors.Deprovisioned);
        var member = await members.ReactivateAsync(actor, known.UserId);
        var isActive = member.Status == MemberStatus.Active;
        return new ProvisionedMember(member, isActive ? ProvisioningOutcome.Reactivated : ProvisioningOutcome.Unchanged);
    }

    private async Task EnsureDomainVerifiedAsync(string email)
    {
        if (await company.Grains.GetGrain<IDomainGrain>(DomainName.OfEmail(email)!).GetCompanyIdAsync() != company.Id)
            throw new RefusedException(MemberErrors.EmailDomainNotVerified);
    }

    private async Task EnsureMayJoinAsync(string userId, ProvisioningReason reason)
    {
        if (reason == ProvisioningReason.SignIn && await offboarding.FindAsync(userId) is not null)
            throw new RefusedException(MemberErrors.Deprovisioned);
        await company.User<IMembershipsGrain>(userId).EnsureMayJoinAsync(company.Id);
    }

    // Whoever is a member needs no invitation, and takes the seat that was kept for it.
    private async Task MakeRoomAsync(string email)
    {
        var invited = company.Invitations.FindPending(email, company.Now);
        seats.EnsureAvailable(invited is null ? 0 : -1);
        if (invited is not null)
            await invitations.RevokeAsync(invited);
    }

    private async Task<ProvisionedMember> AddAsync(CompanyAudit audit, MemberRecord member, ProvisioningReason reason)
    {
        var user = await company.User<IUserGrain>(member.UserId).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
        var added = member with { Photo = user.Photo };
        var mails =
            reason == ProvisioningReason.Directory
                ? [MemberMail.Provisioned(company.State.Name, company.Id, member, user, company.Now)]
                : Array.Empty<Mail.OutgoingMail>();
        var announcement = Announce.Of(audit.MemberAdded(added), mails);
        return new ProvisionedMember(
            (await changes.SaveAsync(added, announcement, [new ForgetOffboarding()])).View,
            ProvisioningOutcome.Added
        );
    }

    private async Task<ProvisionedMember> CreateAsync(CompanyAudit audit, MemberRecord member)
    {
        var record = audit.Of(AuditActions.MemberCreated, CompanyAudit.OfMember(member), MemberAudit.Of(null, member));
        var registration = ProvisioningRules.RegistrationOf(member, company.Id);
        await steps.SaveAsync(new CreateMemberAccount(member, registration, Announce.Of(record)));
        return new ProvisionedMember(company.Roster.Get(member.UserId).View, ProvisioningOutcome.Created);
    }
}
