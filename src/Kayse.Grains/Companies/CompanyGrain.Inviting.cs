using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <remarks>
/// What becomes of an invitation that the company's rules allow: most people are invited; who administers another
/// company and is no stranger is added at once (IN-8).
/// </remarks>
internal sealed partial class CompanyGrain
{
    private static readonly TimeSpan _addedMailLifetime = TimeSpan.FromDays(7);

    /// <summary>What came of the command when it was given before; null when it wasn't.</summary>
    private async Task<Invited?> EarlierOutcomeAsync(string invitationId, string email)
    {
        if (_invitations.Find(invitationId) is { } known && known.Email == email)
            return new Invited(await ViewAsync((await SettledAsync(known.Id)).Id), null);
        return _roster.FindByEmail(email) is { } member && member.InvitationId == invitationId ? new Invited(null, member.View) : null;
    }

    private async Task<Invited> InviteOrAddAsync(MemberRecord inviter, Actor actor, string invitationId, InvitationDetails details)
    {
        if (await KnownAdminAsync(inviter, details.Email) is { } user)
            return new Invited(null, await AddAsync(inviter, actor, invitationId, details, user));
        var entry = new InvitationEntry
        {
            Id = invitationId,
            Email = details.Email,
            PhoneNumber = details.PhoneNumber,
            InviterId = inviter.UserId,
            CreatedAt = Now,
            ExpiresAt = Now + InvitationLifetime,
        };
        var creation = new CreateInvitation(
            Key,
            State.Name,
            new Inviter(inviter.UserId, inviter.FullName),
            details,
            InvitationLifetime,
            OriginOf(inviter, actor)
        );
        return new Invited(await ChangeAsync(entry.WithMail(Day), invitation => invitation.CreateAsync(creation)), null);
    }

    // Null for everybody who is to be asked, which tells nobody whether they have an account.
    private async Task<UserView?> KnownAdminAsync(MemberRecord inviter, string email)
    {
        if (await GrainFactory.GetGrain<IEmailAddressGrain>(email).GetUserIdAsync() is not { } userId)
            return null;
        // The roster may know them by an earlier address.
        if (_roster.Find(userId) is not null)
            throw new RefusedException(InvitationErrors.EmailAlreadyMember);
        var user = GrainFactory.GetGrain<IUserGrain>(userId);
        if (
            await user.GetStandingAsync() is not { EmailVerified: true, IsAdmin: true } standing
            || !await IsKnownToAsync(inviter, standing)
        )
            return null;
        await user.EnsureMayJoinAsync(Key);
        return await user.GetAsync();
    }

    // Where companies don't come by themselves all are the operator's.
    private async Task<bool> IsKnownToAsync(MemberRecord inviter, UserStanding standing)
    {
        if (!_invitationOptions.IsSignUpOpen)
            return true;
        var own = await GrainFactory.GetGrain<IUserGrain>(inviter.UserId).GetStandingAsync();
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
        var mail = AddedMail(inviter, $"{invitationId}-added", details, user);
        await GrainFactory.EnsureMayBeMailedAsync(mail.To, mail.Id);
        var member = AcceptanceRules.MemberOf(details, user, invitationId, Now) with { WasAdded = true };
        return (await ChangeMemberAsync(member, new Announcement(AuditBy(inviter, actor).MemberAdded(member), mail))).View;
    }

    private OutgoingMail AddedMail(MemberRecord inviter, string mailId, InvitationDetails details, UserView user) =>
        new(
            mailId,
            user.Email,
            user.FullName,
            MailTemplates.MemberAdded,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["company"] = State.Name,
                ["inviter"] = inviter.FullName,
                ["name"] = user.FullName,
                ["role"] = RoleNames.Of(details.Role),
            },
            Secret: null,
            Now + _addedMailLifetime
        );
}
