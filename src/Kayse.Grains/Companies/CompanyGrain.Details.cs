using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    public async Task<CompanyView> UpdateAsync(Actor actor, UpdateCompany command)
    {
        var admin = Admin(actor);
        if (command.SeatLimit is not null)
            MemberRules.EnsureRole(admin, Role.SuperAdmin);
        var next = CompanyDetailsRules.Apply(State, command, _phones, _seatOptions);
        var account = AuditBy(admin, actor).CompanyUpdated(State, next);
        if (account.Changes.Count > 0)
            await ChangeCompanyAsync(next with { DetailsVersion = State.DetailsVersion + 1 }, new Announcement(account));
        return View;
    }

    public Task<SecurityPolicyView> GetSecurityPolicyAsync(Actor actor)
    {
        Admin(actor);
        return Task.FromResult(PolicyView);
    }

    public async Task<SecurityPolicyView> SetSecurityPolicyAsync(Actor actor, SetSecurityPolicy command)
    {
        var admin = Admin(actor);
        var next = SecurityPolicyRules.Apply(State, command, Now);
        var account = AuditBy(admin, actor).PolicyChanged(State, next);
        if (account.Changes.Count > 0)
            await ChangeCompanyAsync(next with { PolicyVersion = State.PolicyVersion + 1 }, new Announcement(account));
        return PolicyView;
    }

    private SecurityPolicyView PolicyView => new(State.Policy, State.PolicyVersion);
}
