using Kayse.Grains.Audit;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.BusinessHours;

/// <summary>That a company opens and closes is in its events while somebody wants that.</summary>
public sealed class OpeningEventsTests
{
    [Fact]
    public async Task They_come_when_they_are_due_and_only_while_they_are_wanted()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var hours = silo.Grains.GetGrain<IBusinessHoursGrain>(firm.CompanyId);
        var events = silo.Grains.GetGrain<ICompanyOpeningEventsGrain>(firm.CompanyId);
        var day = new OpeningInterval[] { new(8 * 60, 17 * 60) };
        var schedule = new BusinessSchedule("Etc/UTC", [day, day, day, day, day, day, day], []);
        await silo.Grains.GetGrain<ICompanyBusinessHoursGrain>(firm.CompanyId).SetBusinessHoursAsync(firm.Founder, new(schedule));
        await CrashScenario.WithinMinutesAsync(silo, async () => (await silo.HasRemindersAsync(hours)).ShouldBeFalse());

        await events.SetEnabledAsync(firm.Founder, isEnabled: true);
        await events.SetEnabledAsync(firm.Founder, isEnabled: true);
        var closesAt = OpenHours.At(schedule, silo.Clock.GetUtcNow()).NextClose!.Value;
        silo.Clock.Advance(closesAt - silo.Clock.GetUtcNow());
        await CrashScenario.WithinMinutesAsync(silo, async () => (await EventsAsync(firm)).ShouldBe([(false, closesAt)]));
        silo.Clock.Advance(TimeSpan.FromHours(15));
        await CrashScenario.WithinMinutesAsync(
            silo,
            async () => (await EventsAsync(firm)).ShouldBe([(false, closesAt), (true, closesAt.AddHours(15))])
        );

        await events.SetEnabledAsync(firm.Founder, isEnabled: false);
        (await events.IsEnabledAsync(firm.Founder)).ShouldBeFalse();
        await CrashScenario.WithinMinutesAsync(silo, async () => (await silo.HasRemindersAsync(hours)).ShouldBeFalse());
        silo.Clock.Advance(TimeSpan.FromDays(1));
        (await EventsAsync(firm)).Count.ShouldBe(2);
    }

    private static async Task<IReadOnlyList<(bool Open, DateTimeOffset At)>> EventsAsync(Firm firm) =>
        [
            .. (await firm.AuditAsync())
                .Where(record => record.Action is AuditActions.BusinessHoursOpened or AuditActions.BusinessHoursClosed)
                .Select(record => (record.Action == AuditActions.BusinessHoursOpened, record.At))
                .OrderBy(happened => happened.At),
        ];
}
