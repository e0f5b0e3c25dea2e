using Kayse.Grains.Companies;
using Kayse.Grains.Members;

namespace Kayse.Grains.BusinessHours;

[GrainType("company-opening-events")]
internal sealed class CompanyOpeningEventsGrain : Grain, ICompanyOpeningEventsGrain
{
    private const string Feed = "events-feed";
    private static readonly CompanyRight _admin = new(Role.Admin, []);

    private IBusinessHoursGrain Hours => GrainFactory.GetGrain<IBusinessHoursGrain>(this.GetPrimaryKeyString());

    private ICompanyGrain Company => GrainFactory.GetGrain<ICompanyGrain>(this.GetPrimaryKeyString());

    public async Task<bool> IsEnabledAsync(Actor actor)
    {
        await Company.EnsureRightAsync(actor, _admin);
        return await Hours.HasSubscriberAsync(Feed);
    }

    public async Task SetEnabledAsync(Actor actor, bool isEnabled)
    {
        var by = await Company.AuthorizeAsync(actor, _admin);
        await (isEnabled ? Hours.SubscribeAsync(Feed, by) : Hours.UnsubscribeAsync(Feed, by));
    }
}
