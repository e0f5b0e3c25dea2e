using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Scopes;

/// <summary>Stores changes of scopes with the steps that follow from them, and executes those.</summary>
internal sealed class ScopeChanges(CompanyContext company, MemberChanges members)
{
    /// <summary>
    /// Saves a scope, new, changed or <see cref="ScopeRecord.Deleted"/>. When the task completes, every live session of
    /// its members reflects it.
    /// </summary>
    public async Task<ScopeRecord> SaveAsync(ScopeRecord next, Announce announcement)
    {
        // The memberships must be newer than those that people have; a crash before the next write does no harm.
        if (company.Roster.WithScope(next.Id).Any())
            await company.SaveAsync(company.State with { Revision = company.State.Revision + 1 });
        CompanyStep[] steps = [new UpdateMemberships(), announcement];
        var changed = next with
        {
            Version = next.Version + 1,
            Pending = next.Pending.With(next.Deleted ? steps.Append(new DeleteRecord()) : steps),
        };
        await StepsOf(next.Id).SaveAsync(changed.Pending, () => company.Scopes.PutAsync(changed));
        return changed;
    }

    public async Task ResumeAsync()
    {
        foreach (var scope in company.Scopes.Unfinished)
            await StepsOf(scope.Id).ResumeAsync();
    }

    private PendingSteps<CompanyStep> StepsOf(string scopeId) =>
        new(
            company.Reminder,
            () => company.Scopes.FindStored(scopeId)?.Pending ?? [],
            done => RemoveAsync(company.Scopes.FindStored(scopeId)!, done),
            step => ExecuteAsync(scopeId, step),
            company.Deactivate
        );

    private Task RemoveAsync(ScopeRecord scope, IReadOnlyCollection<CompanyStep> done) =>
        company.Scopes.PutAsync(scope with { Pending = scope.Pending.Without(done) });

    private async Task<StepResult> ExecuteAsync(string scopeId, CompanyStep step)
    {
        switch (step)
        {
            case UpdateMemberships:
                await members.UpdateMembershipsAsync(company.Roster.WithScope(scopeId));
                break;
            case Announce announcement:
                await company.DeliverAsync(announcement);
                break;
            case DeleteRecord:
                await DeleteAsync(scopeId);
                break;
        }

        return StepResult.Done;
    }

    private async Task DeleteAsync(string scopeId)
    {
        foreach (var member in company.Roster.WithScope(scopeId).ToList())
            company.Roster.Note(
                member with
                {
                    Access = member.Access with { ScopeIds = [.. member.Access.ScopeIds.Where(id => id != scopeId)] },
                    Version = MemberRules.NextVersion(member.Version, company.Now),
                }
            );
        await company.Roster.FlushAsync();
        await company.Scopes.RemoveAsync(scopeId);
    }
}
