using Kayse.Grains.BusinessHours;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>Who may read and change the hours of a company: <see cref="ICompanyBusinessHoursGrain"/>.</summary>
internal sealed class CompanyBusinessHours(CompanyContext company)
{
    public async Task<BusinessHoursView> GetAsync(Actor actor)
    {
        await company.WhenSavedAsync();
        company.Acting(actor);
        return await Hours.GetAsync();
    }

    public async Task<BusinessHoursStatus> GetStatusAsync(Actor actor, DateTimeOffset? at)
    {
        await company.WhenSavedAsync();
        company.Acting(actor);
        return await Hours.GetStatusAsync(BusinessHoursRules.CheckInstant(at));
    }

    public Task<BusinessHoursView> SetAsync(Actor actor, SetBusinessHours command)
    {
        var admin = company.Admin(actor);
        var schedule = BusinessHoursRules.Check(command.Schedule, IanaTimeZones.Find(command.Schedule.TimeZone));
        return Hours.SetAsync(command with { Schedule = schedule }, CompanyAudit.OriginOf(admin, actor));
    }

    private IBusinessHoursGrain Hours => company.Grains.GetGrain<IBusinessHoursGrain>(company.Id);
}
