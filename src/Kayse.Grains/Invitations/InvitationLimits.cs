using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>
/// What stands against inviting somebody: they are invited or a member already, their number is taken, their domain is
/// not allowed, or a young company has sent its mails for the day.
/// </summary>
internal sealed class InvitationLimits(CompanyContext company, InvitationChanges changes, InvitationOptions options)
{
    /// <summary>The day of the company's life, from 1.</summary>
    public int Day => RampUpRules.DayOf(company.State.CreatedAt, company.Now);

    /// <summary>Refuses an address that is a member's or invited already, or whose domain is not allowed.</summary>
    public async Task EnsureCanJoinAsync(string email)
    {
        await EnsureNotKnownAsync(email);
        EnsureDomainAllowed(email);
    }

    public void EnsureDomainAllowed(string email) => InvitationRules.EnsureDomainAllowed(company.State.Policy, email);

    /// <summary>Refuses somebody whom the company's identity provider has removed: it has to bring them back itself.</summary>
    public async Task EnsureNotDeprovisionedAsync(string userId)
    {
        var offboarding = company.Grains.GetGrain<IOffboardingGrain>(OffboardingKeys.Of(company.Id, userId));
        if (await offboarding.GetAsync() is { ByDirectory: true })
            throw new RefusedException(MemberErrors.Deprovisioned);
    }

    /// <summary>
    /// Refuses an address that is a member's or invited already, or that of somebody whom the identity provider has
    /// removed.
    /// </summary>
    public async Task EnsureNotKnownAsync(string email)
    {
        if (company.Roster.FindByEmail(email) is { } member)
            throw new RefusedException(
                member.Status == MemberStatus.Deactivated
                    ? InvitationErrors.EmailOfDeactivatedMember
                    : InvitationErrors.EmailAlreadyMember
            );
        if (await company.Grains.GetGrain<IEmailAddressGrain>(email).GetUserIdAsync() is { } userId)
            await EnsureNotDeprovisionedAsync(userId);
        if (company.Invitations.FindPending(email, company.Now) is not { } pending)
            return;
        if (!pending.IsInDoubt || await changes.ExistsAsync(pending.Id))
            throw new RefusedException(InvitationErrors.EmailAlreadyInvited);
    }

    /// <summary>Refuses a number that a member or another pending invitation of the company has (IN-2).</summary>
    public void EnsurePhoneIsFree(string? phone, string? invitationId = null)
    {
        if (phone is null)
            return;
        if (company.Roster.HasPhone(phone))
            throw new RefusedException(DirectoryErrors.PhoneInUse);
        if (company.Invitations.FindPendingByPhone(phone, company.Now) is { } other && other.Id != invitationId)
            throw new RefusedException(DirectoryErrors.PhoneAlreadyInvited);
    }

    /// <summary>
    /// Whether a member may get the number: no other member has it, and no other pending invitation, which could not be
    /// accepted then.
    /// </summary>
    public bool IsPhoneFreeFor(string userId, string phone, string? invitationId = null) =>
        !company.Roster.HasPhone(phone, userId)
        && (company.Invitations.FindPendingByPhone(phone, company.Now) is not { } invited || invited.Id == invitationId);

    /// <summary>
    /// Refuses <c>rate_limited</c> when a young company has sent its mails for the day (IN-12), beside those
    /// <paramref name="promised"/> that can't be counted yet.
    /// </summary>
    public void EnsureMailAllowed(int promised = 0)
    {
        var sent = company.Invitations.CountMails(Day) + promised;
        if (RampUpRules.WaitFor(options, company.State.CreatedAt, sent, company.Now) is { } wait)
            throw new RefusedException(GeneralErrors.RateLimited(wait));
    }
}
