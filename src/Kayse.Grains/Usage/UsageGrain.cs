using Kayse.Grains.BusinessHours;
using Kayse.Grains.Companies;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using NodaTime;
using NodaTime.Extensions;

namespace Kayse.Grains.Usage;

[GrainType("usage")]
internal sealed class UsageGrain(TimeProvider clock) : DurableGrain, ICompanyUsageGrain, IUsageGrain
{
    private static readonly CompanyRight _toRecord = new(Role.Admin, []);
    private static readonly CompanyRight _toRead = new(Role.User, [Permissions.ReadBilling]);

    public async Task<UsageRecorded> RecordUsageAsync(Actor actor, IReadOnlyList<UsageEvent> events, bool isBackfill)
    {
        await EnsureRightAsync(actor, _toRecord);
        return new(0, 0, []);
    }

    public async Task<UsageView> GetUsageAsync(Actor actor, DateOnly? from, DateOnly? to)
    {
        await EnsureRightAsync(actor, _toRead);
        var first = from ?? FirstOfMonth(await TodayAsync());
        return await GetDaysAsync(first, to ?? FirstOfMonth(first).AddMonths(1));
    }

    public async Task<Page<UsageShare>> ListUsageSharesAsync(
        Actor actor,
        UsageSplit split,
        DateOnly? from,
        DateOnly? to,
        PageRequest page
    )
    {
        await EnsureRightAsync(actor, _toRead);
        return new([], null, 0);
    }

    public async Task<UsageView> GetMonthToDateAsync()
    {
        var first = FirstOfMonth(await TodayAsync());
        return await GetDaysAsync(first, first.AddMonths(1));
    }

    public async Task<UsageView> GetDaysAsync(DateOnly from, DateOnly to)
    {
        var metrics = UsageMetrics.All.Select(metric => new MetricUsage(
            metric,
            0,
            [.. Enumerable.Range(0, to.DayNumber - from.DayNumber).Select(day => new DayUsage(from.AddDays(day), 0))]
        ));
        return new(from, to, await TimeZoneAsync(), [.. metrics], []);
    }

    private async Task<DateOnly> TodayAsync() =>
        clock.GetUtcNow().ToInstant().InZone(DateTimeZoneProviders.Tzdb[await TimeZoneAsync()]).Date.ToDateOnly();

    private async Task<string> TimeZoneAsync() =>
        (await GrainFactory.GetGrain<IBusinessHoursGrain>(Key).GetAsync()).Schedule?.TimeZone ?? "Etc/UTC";

    private Task EnsureRightAsync(Actor actor, CompanyRight right) =>
        GrainFactory.GetGrain<ICompanyGrain>(Key).EnsureRightAsync(actor, right);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
