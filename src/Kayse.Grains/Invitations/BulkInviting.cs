using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>
/// Invites many, some rows at a time, so that others are served in between. What the rules allow of those rows is
/// carried out together, because most of the time of an invitation is waiting for the disk; each row is an invitation by
/// itself, and is done or not done when the process dies.
/// </summary>
internal sealed class BulkInviting(
    CompanyContext company,
    Inviting inviting,
    InvitationAuthority authority,
    InvitationLimits limits,
    Seats seats,
    IPhoneNumberParser phones
)
{
    public async Task<IReadOnlyList<Refusal?>> CheckAsync(Actor actor, IReadOnlyList<InviteRow> rows)
    {
        var rules = await RulesAsync(actor);
        return [.. rows.Select(row => rules.Check(row).Refusal)];
    }

    public async Task<IReadOnlyList<InviteRowOutcome>> InviteAsync(Actor actor, IReadOnlyList<InviteRow> rows)
    {
        var rules = await RulesAsync(actor);
        await company.Reminder.EnsureAsync();
        var promised = new Promised();
        var outcomes = new Task<InviteRowOutcome>[rows.Count];
        for (var i = 0; i < rows.Count; i++)
            outcomes[i] = await BeginAsync(rules, rows[i], promised);
        return await Task.WhenAll(outcomes);
    }

    // Begins what the rules allow, one row after the other; the seats of those that are begun count, whether or not
    // they are in the index already.
    private async Task<Task<InviteRowOutcome>> BeginAsync(InviteRowRules rules, InviteRow row, Promised promised)
    {
        var (details, refusal) = rules.Check(row);
        if (details is null)
            return Task.FromResult(new InviteRowOutcome(InviteOutcome.Refused, refusal));
        try
        {
            if (promised.Emails.Contains(details.Email))
                throw new RefusedException(InvitationErrors.EmailAlreadyInvited);
            if (await inviting.FindEarlierAsync(row.InvitationId, details.Email) is { } earlier)
                return Task.FromResult(OutcomeOf(earlier));
            await limits.EnsureNotKnownAsync(details.Email);
            if (details.PhoneNumber is { } phone && promised.Phones.Contains(phone))
                throw new RefusedException(DirectoryErrors.PhoneAlreadyInvited);
            limits.EnsurePhoneIsFree(details.PhoneNumber);
            var uncounted = promised.Emails.Count(IsUncounted);
            seats.EnsureAvailable(uncounted);
            limits.EnsureMailAllowed(uncounted);
        }
        catch (RefusedException refused)
        {
            return Task.FromResult(OutcomeOf(refused.Refusal));
        }

        promised.Add(details);
        return FinishAsync(rules, row.InvitationId, details, promised);
    }

    private bool IsUncounted(string email) =>
        company.Invitations.FindPending(email, company.Now) is null && company.Roster.FindByEmail(email) is null;

    private async Task<InviteRowOutcome> FinishAsync(
        InviteRowRules rules,
        string invitationId,
        InvitationDetails details,
        Promised promised
    )
    {
        try
        {
            return OutcomeOf(await inviting.InviteOrAddAsync(rules.Inviter, rules.Actor, invitationId, details));
        }
        catch (RefusedException refused)
        {
            promised.Remove(details);
            return OutcomeOf(refused.Refusal);
        }
    }

    private async Task<InviteRowRules> RulesAsync(Actor actor) =>
        new(await authority.VerifiedInviterAsync(actor), actor, company.State.Policy, company.Scopes, phones);

    private static InviteRowOutcome OutcomeOf(Invited invited) =>
        new(invited.Member is null ? InviteOutcome.Invited : InviteOutcome.Added, Refusal: null);

    private static InviteRowOutcome OutcomeOf(Refusal refusal) =>
        new(refusal.Code is "email_already_invited" or "email_already_member" ? InviteOutcome.Skipped : InviteOutcome.Refused, refusal);

    /// <summary>The addresses and numbers of the rows that have begun. A number takes no seat.</summary>
    private sealed class Promised
    {
        public HashSet<string> Emails { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Phones { get; } = new(StringComparer.Ordinal);

        public void Add(InvitationDetails details)
        {
            Emails.Add(details.Email);
            if (details.PhoneNumber is { } phone)
                Phones.Add(phone);
        }

        public void Remove(InvitationDetails details)
        {
            Emails.Remove(details.Email);
            if (details.PhoneNumber is { } phone)
                Phones.Remove(phone);
        }
    }
}
