using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>Sign-up, details and security policy of the company: <see cref="ICompanyGrain"/>.</summary>
internal sealed class CompanySettings(
    CompanyContext company,
    CompanySteps steps,
    Seats seats,
    IPhoneNumberParser phones,
    SeatOptions seatOptions
)
{
    private CompanyView View =>
        new(company.Id, company.State.Name, company.State.CreatedAt)
        {
            PhoneNumber = company.State.PhoneNumber,
            Email = company.State.Email,
            PostalAddress = company.State.PostalAddress,
            Website = company.State.Website,
            Version = company.State.DetailsVersion,
            SeatLimit = seats.Limit,
            SeatsTaken = seats.Taken,
        };

    private SecurityPolicyView PolicyView => new(company.State.Policy, company.State.PolicyVersion);

    public async Task<CompanyCreated> CreateAsync(SignUp command)
    {
        var signUp = CompanyRules.Check(command, phones);
        if (company.State.FounderId is null)
            await steps.SaveAsync(new FoundCompany(signUp));
        var founder = company.Roster.Find(company.State.FounderId!);
        if (founder is null || founder.Email != signUp.Email)
            throw new RefusedException(GeneralErrors.NotFound);
        return new CompanyCreated(View, (await company.User<IUserGrain>(founder.UserId).GetAsync())!);
    }

    public CompanyView Get(Actor actor)
    {
        company.Acting(actor);
        return View;
    }

    public async Task<CompanyView> UpdateAsync(Actor actor, UpdateCompany command)
    {
        var admin = company.Admin(actor);
        if (command.SeatLimit is not null)
            MemberRules.EnsureRole(admin, Role.SuperAdmin);
        var next = CompanyDetailsRules.Apply(company.State, command, phones, seatOptions);
        var record = company.AuditBy(admin, actor).CompanyUpdated(company.State, next);
        if (record.Changes.Count > 0)
            await steps.SaveAsync(next with { DetailsVersion = next.DetailsVersion + 1 }, Announce.Of(record));
        return View;
    }

    public SecurityPolicyView GetPolicy(Actor actor)
    {
        company.Admin(actor);
        return PolicyView;
    }

    public async Task<SecurityPolicyView> SetPolicyAsync(Actor actor, SetSecurityPolicy command)
    {
        var admin = company.Admin(actor);
        var next = SecurityPolicyRules.Apply(company.State, command, company.Now);
        var record = company.AuditBy(admin, actor).PolicyChanged(company.State, next);
        if (record.Changes.Count > 0)
            await steps.SaveAsync(next with { PolicyVersion = next.PolicyVersion + 1 }, Announce.Of(record));
        return PolicyView;
    }

    public Task RequireSsoAsync(IReadOnlyList<string>? exemptUserIds) =>
        SsoAccessRules.AreSame(company.State.SsoExemptUserIds, exemptUserIds)
            ? Task.CompletedTask
            : steps.SaveAsync(company.State with { SsoExemptUserIds = exemptUserIds }, new Announce([], []));

    public Task EnsureRightAsync(Actor actor, CompanyRight right)
    {
        Authorize(actor, right);
        return Task.CompletedTask;
    }

    public AuditOrigin Authorize(Actor actor, CompanyRight right)
    {
        var member = company.Acting(actor);
        MemberRules.EnsureRole(member, right.LeastRole);
        if (right.AnyOf.Count > 0)
            MemberRules.EnsureMayAny(member, right.AnyOf);
        return CompanyAudit.OriginOf(member, actor);
    }
}
