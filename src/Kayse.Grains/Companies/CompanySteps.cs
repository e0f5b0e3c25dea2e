using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>Stores changes of the company itself with the steps that follow from them, and executes those.</summary>
internal sealed class CompanySteps
{
    private readonly CompanyContext _company;
    private readonly CompanyFounding _founding;
    private readonly MemberChanges _members;
    private readonly ServiceKeyRing _serviceKeys;
    private readonly PendingSteps<CompanyStep> _steps;

    public CompanySteps(CompanyContext company, CompanyFounding founding, MemberChanges members, ServiceKeyRing serviceKeys)
    {
        (_company, _founding, _members, _serviceKeys) = (company, founding, members, serviceKeys);
        _steps = new PendingSteps<CompanyStep>(
            company.Reminder,
            () => company.State.Pending,
            done => company.SaveAsync(company.State with { Pending = company.State.Pending.Without(done) }),
            ExecuteAsync,
            company.Deactivate
        );
    }

    /// <summary>
    /// Saves a change of the company. When the task completes, every live session of its members has what of it affects
    /// them.
    /// </summary>
    public Task SaveAsync(CompanyState next, Announce announcement)
    {
        var affectsMembers = CompanyRules.AffectsMembers(_company.State, next);
        return affectsMembers
            ? SaveAsync(next with { Revision = _company.State.Revision + 1 }, new UpdateMemberships(), announcement)
            : SaveAsync(next, [announcement]);
    }

    /// <summary>Saves steps, and executes them in order.</summary>
    public Task SaveAsync(params IEnumerable<CompanyStep> steps) => SaveAsync(_company.State, steps);

    public Task ResumeAsync() => _steps.ResumeAsync();

    private Task SaveAsync(CompanyState next, params IEnumerable<CompanyStep> steps)
    {
        var changed = next with { Pending = _company.State.Pending.With(steps) };
        return _steps.SaveAsync(changed.Pending, () => _company.SaveAsync(changed));
    }

    private async Task<StepResult> ExecuteAsync(CompanyStep step)
    {
        switch (step)
        {
            case FoundCompany(var command):
                await _founding.FoundAsync(command);
                break;
            case CreateMemberAccount creation:
                await CreateAsync(creation);
                break;
            case CreateMemberAccounts(var accounts):
                await Task.WhenAll(accounts.Select(TryCreateAsync));
                break;
            case GiveRole(var userId, var role, var announcement):
                if (_company.Roster.Get(userId) is { } member && member.Role != role)
                    await _members.SaveAsync(member with { Access = AccessRules.WithRole(member.Access, role) }, announcement);
                break;
            case UpdateMemberships:
                await Task.WhenAll(_members.UpdateMembershipsAsync(_company.Roster.Members), _serviceKeys.RefreshAsync());
                break;
            case Announce announcement:
                await _company.DeliverAsync(announcement);
                break;
        }

        return StepResult.Done;
    }

    private async Task TryCreateAsync(CreateMemberAccount creation)
    {
        try
        {
            await CreateAsync(creation);
        }
        catch (RefusedException)
        {
            // Whoever asked sees that they are no member.
        }
    }

    private async Task CreateAsync(CreateMemberAccount creation)
    {
        try
        {
            await _company.User<IUserGrain>(creation.Member.UserId).RegisterAsync(creation.Registration);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.EmailTaken)
        {
            throw new RefusedException(MemberErrors.EmailInUse);
        }

        if (_company.Roster.Find(creation.Member.UserId) is null)
            await _members.SaveAsync(creation.Member, creation.Announcement);
    }
}
