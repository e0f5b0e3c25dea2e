using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <remarks>
/// What invitations may not do: take a number twice, go out by the hundred from a company that nobody knows, or give
/// what their inviter may no longer give.
/// </remarks>
internal sealed partial class CompanyGrain
{
    /// <summary>The day of the company's life, from 1.</summary>
    private int Day => RampUpRules.DayOf(State.CreatedAt, Now);

    /// <summary>Refuses a number that a member or another pending invitation of the company has (IN-2).</summary>
    private void EnsurePhoneIsFree(string? phone, string? invitationId = null)
    {
        if (phone is null)
            return;
        if (_roster.HasPhone(phone))
            throw new RefusedException(DirectoryErrors.PhoneInUse);
        if (_invitations.FindPendingByPhone(phone, Now) is { } other && other.Id != invitationId)
            throw new RefusedException(DirectoryErrors.PhoneAlreadyInvited);
    }

    /// <summary>
    /// Whether a member may get the number: no other member has it, and no other pending invitation, which could not be
    /// accepted then.
    /// </summary>
    private bool IsPhoneFreeFor(string userId, string phone, string? invitationId = null) =>
        !_roster.HasPhone(phone, userId)
        && (_invitations.FindPendingByPhone(phone, Now) is not { } invited || invited.Id == invitationId);

    /// <summary>
    /// Refuses <c>rate_limited</c> when a young company has sent its mails for the day (IN-12), beside those
    /// <paramref name="promised"/> that can't be counted yet.
    /// </summary>
    private void EnsureMailAllowed(int promised = 0)
    {
        if (RampUpRules.WaitFor(_invitationOptions, State.CreatedAt, _invitations.CountMails(Day) + promised, Now) is { } wait)
            throw new RefusedException(GeneralErrors.RateLimited(wait));
    }

    /// <summary>
    /// Whether the inviter could still give what the invitation gives (IN-13): it is asked when it is used, whatever
    /// was so when it was sent.
    /// </summary>
    private bool MayStillGive(InvitationView invitation)
    {
        if (_roster.Find(invitation.InvitedBy.UserId) is not { Status: MemberStatus.Active, Removed: false } inviter)
            return false;
        try
        {
            MemberRules.EnsureMay(inviter, Permissions.InviteMembers);
            EnsureMayGive(inviter, invitation.Details);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Revokes what a member has offered and may no longer give. Part of making their change known, so that it is
    /// finished after a crash.
    /// </summary>
    private async Task RevokeWhatTheyMayNotGiveAsync(MemberRecord member)
    {
        // Nothing is above them.
        if (member is { Role: Role.SuperAdmin, Status: MemberStatus.Active, Removed: false })
            return;
        var theirs = _invitations.Entries.Where(entry =>
            entry.StatusAt(Now) == InvitationStatus.Pending && (entry.InviterId is null || entry.InviterId == member.UserId)
        );
        foreach (var entry in theirs.ToList())
        {
            if (await Invitation(entry.Id).GetAsync() is { } view && view.InvitedBy.UserId == member.UserId && !MayStillGive(view))
                await RevokeByItselfAsync(entry);
        }
    }

    private async Task RevokeByItselfAsync(InvitationEntry entry)
    {
        try
        {
            await EndAsync(entry, invitation => invitation.RevokeAsync(AuditOrigin.Nobody));
        }
        catch (RefusedException)
        {
            // It has just ended in another way.
        }
    }
}
