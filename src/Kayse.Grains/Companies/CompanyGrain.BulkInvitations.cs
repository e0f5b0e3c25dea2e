using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <remarks>
/// Many are invited a stretch of rows at a time, so that others are served in between. What the rules allow of a
/// stretch is carried out together, because most of the time of an invitation is waiting for the disk; each row is one
/// invitation with its own intent, and is done or not done when the process dies.
/// </remarks>
internal sealed partial class CompanyGrain
{
    public async Task<IReadOnlyList<Refusal?>> CheckManyAsync(Actor actor, IReadOnlyList<InviteRow> rows)
    {
        var rules = await RowRulesAsync(actor);
        return [.. rows.Select(row => rules.Check(row).Refusal)];
    }

    public async Task<IReadOnlyList<InviteRowOutcome>> InviteManyAsync(Actor actor, IReadOnlyList<InviteRow> rows)
    {
        var rules = await RowRulesAsync(actor);
        await WillResumeAsync();
        var promised = new HashSet<string>(StringComparer.Ordinal);
        var outcomes = new Task<InviteRowOutcome>[rows.Count];
        for (var i = 0; i < rows.Count; i++)
            outcomes[i] = await BeginRowAsync(actor, rules, rows[i], promised);
        return await Task.WhenAll(outcomes);
    }

    // Begins what the rules allow, one row after the other; the seats of those that are begun count, whether or not
    // they are in the index already.
    private async Task<Task<InviteRowOutcome>> BeginRowAsync(Actor actor, InviteRowRules rules, InviteRow row, HashSet<string> promised)
    {
        var (details, refusal) = rules.Check(row);
        if (details is null)
            return Task.FromResult(new InviteRowOutcome(InviteOutcome.Refused, refusal));
        try
        {
            if (promised.Contains(details.Email))
                throw new RefusedException(InvitationErrors.EmailAlreadyInvited);
            if (await EarlierOutcomeAsync(row.InvitationId, details.Email) is { } earlier)
                return Task.FromResult(OutcomeOf(earlier));
            await EnsureMayBeInvitedAsync(details.Email);
            if (details.PhoneNumber is { } phone && promised.Contains(phone))
                throw new RefusedException(DirectoryErrors.PhoneAlreadyInvited);
            EnsurePhoneIsFree(details.PhoneNumber);
            // Numbers are among what is promised, too; they take no seat.
            var emails = promised.Where(key => key.Contains('@', StringComparison.Ordinal));
            var underWay = emails.Count(email => _invitations.FindPending(email, Now) is null && _roster.FindByEmail(email) is null);
            EnsureSeat(underWay);
            EnsureMailAllowed(underWay);
        }
        catch (RefusedException refused)
        {
            return Task.FromResult(OutcomeOf(refused.Refusal));
        }

        promised.Add(details.Email);
        if (details.PhoneNumber is { } promisedPhone)
            promised.Add(promisedPhone);
        return FinishRowAsync(actor, rules.Inviter, row.InvitationId, details, promised);
    }

    private async Task<InviteRowOutcome> FinishRowAsync(
        Actor actor,
        MemberRecord inviter,
        string invitationId,
        InvitationDetails details,
        HashSet<string> promised
    )
    {
        try
        {
            return OutcomeOf(await InviteOrAddAsync(inviter, actor, invitationId, details));
        }
        catch (RefusedException refused)
        {
            promised.Remove(details.Email);
            if (details.PhoneNumber is { } phone)
                promised.Remove(phone);
            return OutcomeOf(refused.Refusal);
        }
    }

    private async Task<InviteRowRules> RowRulesAsync(Actor actor) =>
        new(await VerifiedInviterAsync(actor), actor, State.Policy, _scopes, _phones);

    private static InviteRowOutcome OutcomeOf(Invited invited) =>
        new(invited.Member is null ? InviteOutcome.Invited : InviteOutcome.Added, Refusal: null);

    private static InviteRowOutcome OutcomeOf(Refusal refusal) =>
        new(refusal.Code is "email_already_invited" or "email_already_member" ? InviteOutcome.Skipped : InviteOutcome.Refused, refusal);
}
