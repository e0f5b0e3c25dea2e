using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Retention;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Invitations;

/// <summary>
/// Changes invitations and keeps the company's index in step. Before a change its entry is stored as in doubt; then the
/// invitation decides, and the index notes what it says. After a crash the invitation is asked what it has stored.
/// </summary>
internal sealed class InvitationChanges(CompanyContext company)
{
    public IInvitationGrain Grain(string id) => company.Grains.GetGrain<IInvitationGrain>(id);

    /// <summary>The invitation; refuses <c>not_found</c>.</summary>
    public async Task<InvitationView> GetAsync(string invitationId) =>
        company.Invitations.Find(invitationId) is not null && await Grain(invitationId).GetAsync() is { } view
            ? WithRemainingScopes(view)
            : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>Makes a change of which nothing is left when it is refused.</summary>
    public async Task<InvitationView> ChangeAsync(InvitationEntry entry, Func<IInvitationGrain, Task<InvitationView>> change)
    {
        var isNew = company.Invitations.Find(entry.Id) is null;
        await BeginAsync(entry);
        InvitationView? view = null;
        await company.DeactivateOnFaultAsync(async () =>
        {
            try
            {
                view = await change(Grain(entry.Id));
                company.Invitations.Note(EntryOf(view));
            }
            catch (RefusedException) when (isNew)
            {
                await company.Invitations.RemoveAsync(entry.Id);
                throw;
            }
            catch (RefusedException)
            {
                await SettleAsync(entry.Id);
                throw;
            }
        });
        return WithRemainingScopes(view!);
    }

    public Task EndAsync(InvitationEntry entry, Func<IInvitationGrain, Task> end) =>
        ChangeAsync(
            entry,
            async invitation =>
            {
                await end(invitation);
                return (await invitation.GetAsync())!;
            }
        );

    /// <summary>Stores that the entry may be behind the invitation until it is noted again.</summary>
    public async Task BeginAsync(InvitationEntry entry)
    {
        await company.Reminder.EnsureAsync();
        await company.Invitations.PutAsync(entry with { IsInDoubt = true });
    }

    /// <summary>
    /// The index's entry, up to date with the invitation; refuses <c>not_found</c> when there is no such invitation.
    /// </summary>
    public async Task<InvitationEntry> SettleAsync(string invitationId)
    {
        if (company.Invitations.Find(invitationId) is not { } entry)
            throw new RefusedException(GeneralErrors.NotFound);
        if (entry.IsInDoubt)
            await company.DeactivateOnFaultAsync(() => SettleAsync(entry));
        return company.Invitations.Find(invitationId) ?? throw new RefusedException(GeneralErrors.NotFound);
    }

    /// <summary>Whether there is such an invitation, once it is no longer in doubt.</summary>
    public async Task<bool> ExistsAsync(string invitationId)
    {
        try
        {
            await SettleAsync(invitationId);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    /// <summary>For how many days ended invitations can be read.</summary>
    public Task<int> KeptDaysAsync() =>
        company.Grains.GetGrain<IRetentionGrain>(company.Id).GetDaysAsync(RetentionKind.EndedInvitations);

    /// <summary>Removes entries of which nothing can be read any more.</summary>
    public async Task RemoveOldAsync()
    {
        var keptDays = await KeptDaysAsync();
        var old = company.Invitations.Entries.Where(entry => !entry.IsInDoubt && !entry.IsKeptAt(company.Now, keptDays));
        foreach (var entry in old.ToList())
            company.Invitations.NoteRemoval(entry.Id);
        await company.Invitations.FlushAsync();
    }

    /// <summary>
    /// Removes entries whose invitation is deleted: the retention period was shorter for a while. One in doubt may not be
    /// stored yet.
    /// </summary>
    public void ForgetDeleted(IEnumerable<InvitationEntry> deleted)
    {
        foreach (var entry in deleted.Where(entry => !entry.IsInDoubt))
            company.Invitations.NoteRemoval(entry.Id);
    }

    // The invitation isn't told when a scope is deleted.
    public InvitationView WithRemainingScopes(InvitationView view) =>
        view with
        {
            Details = view.Details with { Access = ScopeAssignmentRules.WithRemaining(view.Details.Access, company.Scopes) },
        };

    // Of one that a crash interrupted before anything was stored, nothing remains.
    private async Task SettleAsync(InvitationEntry entry)
    {
        if (await Grain(entry.Id).SettleAsync() is { } view)
            company.Invitations.Note(EntryOf(view));
        else
            await company.Invitations.RemoveAsync(entry.Id);
    }

    private InvitationEntry EntryOf(InvitationView view) => InvitationEntry.Of(view, company.Invitations.Find(view.Id));
}
