using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Domains;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Invitations;

/// <summary>
/// Invites people. Most get an invitation; who administers another company and is no stranger is added at once (IN-8).
/// </summary>
internal sealed class Inviting(
    CompanyContext company,
    InvitationChanges changes,
    InvitationAuthority authority,
    InvitationLimits limits,
    MemberChanges members,
    Seats seats,
    IPhoneNumberParser phones,
    InvitationOptions options
)
{
    private TimeSpan Lifetime => company.State.Policy.InvitationLifetime ?? options.Lifetime;

    public async Task<Invited> InviteAsync(Actor actor, InviteMember command)
    {
        var inviter = await authority.VerifiedInviterAsync(actor);
        var details = InvitationDetailsRules.Check(command, phones, company.Scopes);
        authority.EnsureMayGive(inviter, actor, details);
        if (await FindEarlierAsync(command.InvitationId, details.Email) is { } earlier)
            return earlier;
        await limits.EnsureCanJoinAsync(details.Email);
        limits.EnsurePhoneIsFree(details.PhoneNumber);
        seats.EnsureAvailable();
        limits.EnsureMailAllowed();
        return await InviteOrAddAsync(inviter, actor, command.InvitationId, details);
    }

    /// <summary>What came of the command when it was given before; null when it wasn't.</summary>
    public async Task<Invited?> FindEarlierAsync(string invitationId, string email)
    {
        if (company.Invitations.Find(invitationId) is { } known && known.Email == email)
            return new Invited(await changes.GetAsync((await changes.SettleAsync(known.Id)).Id), null);
        return company.Roster.FindByEmail(email) is { } member && member.InvitationId == invitationId
            ? new Invited(null, member.View)
            : null;
    }

    /// <summary>Does what the company's rules allow, once they have been checked.</summary>
    public async Task<Invited> InviteOrAddAsync(MemberRecord inviter, Actor actor, string invitationId, InvitationDetails details)
    {
        if (await FindKnownAdminAsync(inviter, details.Email) is { } user)
            return new Invited(null, await AddAsync(inviter, actor, invitationId, details, user));
        var entry = new InvitationEntry
        {
            Id = invitationId,
            Email = details.Email,
            FullName = details.FullName,
            PhoneNumber = details.PhoneNumber,
            InviterId = inviter.UserId,
            CreatedAt = company.Now,
            ExpiresAt = company.Now + Lifetime,
        };
        var creation = new CreateInvitation(
            company.Id,
            company.State.Name,
            new Inviter(inviter.UserId, inviter.FullName),
            details,
            Lifetime,
            CompanyAudit.OriginOf(inviter, actor)
        );
        return new Invited(await changes.ChangeAsync(entry.WithMail(limits.Day), invitation => invitation.CreateAsync(creation)), null);
    }

    // Null for everybody who is to be asked, which tells nobody whether they have an account.
    private async Task<UserView?> FindKnownAdminAsync(MemberRecord inviter, string email)
    {
        if (await company.Grains.GetGrain<IEmailAddressGrain>(email).GetUserIdAsync() is not { } userId)
            return null;
        // The roster may know them by an earlier address.
        if (company.Roster.Find(userId) is not null)
            throw new RefusedException(InvitationErrors.EmailAlreadyMember);
        var memberships = company.User<IMembershipsGrain>(userId);
        if (
            await memberships.GetStandingAsync() is not { EmailVerified: true, IsAdmin: true } standing
            || !await IsKnownToAsync(inviter, email, standing)
        )
            return null;
        await memberships.EnsureMayJoinAsync(company.Id);
        return await company.User<IUserGrain>(userId).GetAsync();
    }

    // Where companies don't sign up by themselves, all of them are the operator's.
    private async Task<bool> IsKnownToAsync(MemberRecord inviter, string email, UserStanding standing)
    {
        if (
            !options.IsSignUpOpen
            || await company.Grains.GetGrain<IDomainGrain>(DomainName.OfEmail(email)!).GetCompanyIdAsync() == company.Id
        )
            return true;
        var own = await company.User<IMembershipsGrain>(inviter.UserId).GetStandingAsync();
        return own?.CompanyIds.Intersect(standing.CompanyIds, StringComparer.Ordinal).Any() == true;
    }

    private async Task<MemberView> AddAsync(
        MemberRecord inviter,
        Actor actor,
        string invitationId,
        InvitationDetails details,
        UserView user
    )
    {
        var mail = MemberMail.Added(company.State.Name, inviter, $"{invitationId}-added", details.Role, user, company.Now);
        await company.Grains.EnsureMayBeMailedAsync(mail.To, mail.Id);
        var member = AcceptanceRules.MemberOf(details, user, invitationId, company.Now) with { WasAdded = true };
        return (await members.SaveAsync(member, Announce.Of(company.AuditBy(inviter, actor).MemberAdded(member), mail))).View;
    }
}
