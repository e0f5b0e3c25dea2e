using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Invitations;

/// <summary>Who may invite, and what they may give: nothing that they don't have themselves.</summary>
internal sealed class InvitationAuthority(CompanyContext company, InvitationChanges changes)
{
    /// <summary>The actor, if they may see invitations and revoke them.</summary>
    public MemberRecord Inviter(Actor actor)
    {
        var member = company.Acting(actor);
        MemberRules.EnsureMay(member, Permissions.InviteMembers);
        return member;
    }

    /// <summary>The actor, if they may invite; refuses <c>email_not_verified</c> too.</summary>
    public async Task<MemberRecord> VerifiedInviterAsync(Actor actor)
    {
        var inviter = Inviter(actor);
        return await company.User<IUserEmailGrain>(inviter.UserId).IsEmailVerifiedAsync()
            ? inviter
            : throw new RefusedException(UserErrors.EmailNotVerified);
    }

    public void EnsureMayGive(MemberRecord inviter, Actor actor, InvitationDetails details)
    {
        EnsureMayGive(inviter, details);
        PrivilegeRules.EnsureMayGive(actor, details.Role);
    }

    public void EnsureMayGive(MemberRecord inviter, InvitationDetails details) =>
        GrantRules.EnsureMayGive(inviter.Access, before: null, details.Access, company.Scopes.CaseTypesOf);

    /// <summary>
    /// Whether the inviter could still give what the invitation gives (IN-13): that is checked when it is used, whatever
    /// was so when it was sent.
    /// </summary>
    public bool MayStillGive(Inviter invitedBy, InvitationDetails details)
    {
        if (company.Roster.Find(invitedBy.UserId) is not { Status: MemberStatus.Active, Removed: false } inviter)
            return false;
        try
        {
            MemberRules.EnsureMay(inviter, Permissions.InviteMembers);
            EnsureMayGive(inviter, details);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>Revokes what a member has offered and may no longer give. May be repeated.</summary>
    public async Task RevokeExcessAsync(MemberRecord member)
    {
        // They may give everything.
        if (member is { Role: Role.SuperAdmin, Status: MemberStatus.Active, Removed: false })
            return;
        var theirs = company.Invitations.Entries.Where(entry =>
            entry.InviterId == member.UserId && entry.StatusAt(company.Now) == InvitationStatus.Pending
        );
        foreach (var entry in theirs.ToList())
        {
            if (await changes.Grain(entry.Id).GetAsync() is { } view && !MayStillGive(view.InvitedBy, view.Details))
                await RevokeAsync(entry);
        }
    }

    /// <summary>Revokes an invitation that nobody may give any more, unless it has ended.</summary>
    public async Task RevokeAsync(InvitationEntry entry)
    {
        try
        {
            await changes.EndAsync(entry, invitation => invitation.RevokeAsync(AuditOrigin.Nobody));
        }
        catch (RefusedException)
        {
            // It has just ended in another way.
        }
    }
}
