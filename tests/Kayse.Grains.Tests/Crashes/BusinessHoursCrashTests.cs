using Kayse.Grains.Audit;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of business hours leaves the old ones or the new ones, and in the audit
/// log what is so.
/// </summary>
public sealed class BusinessHoursCrashTests
{
    [Fact]
    public async Task Setting_them()
    {
        Firm firm = null!;
        ICompanyBusinessHoursGrain Company() => firm.Silo.Grains.GetGrain<ICompanyBusinessHoursGrain>(firm.CompanyId);
        Task<BusinessHoursView> SetAsync(int open) => Company().SetBusinessHoursAsync(firm.Founder, new(From(open)));

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await SetAsync(open: 540);
                return () => SetAsync(open: 600);
            },
            async scenario =>
            {
                var view = await Company().GetBusinessHoursAsync(firm.Founder);
                var isNew = view.Version == 2;
                if (scenario.IsAcknowledged)
                    isNew.ShouldBeTrue();
                view.Schedule!.Weekly[0].ShouldBe(From(isNew ? 600 : 540).Weekly[0]);
                (await EntriesAsync(firm)).ShouldBe(isNew ? 2 : 1);

                (await SetAsync(open: 600)).Version.ShouldBe(2);
                (await EntriesAsync(firm)).ShouldBe(2);
            }
        );
    }

    [Fact]
    public async Task Closing_while_somebody_is_told_of_it()
    {
        Firm firm = null!;
        var never = new BusinessSchedule(
            "Europe/Berlin",
            [
                [],
                [],
                [],
                [],
                [],
                [],
                [],
            ],
            []
        );
        ICompanyBusinessHoursGrain Company() => firm.Silo.Grains.GetGrain<ICompanyBusinessHoursGrain>(firm.CompanyId);

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await firm
                    .Silo.Grains.GetGrain<ICompanyOpeningEventsGrain>(firm.CompanyId)
                    .SetEnabledAsync(firm.Founder, isEnabled: true);
                return () => Company().SetBusinessHoursAsync(firm.Founder, new(never));
            },
            async scenario =>
            {
                var view = await Company().GetBusinessHoursAsync(firm.Founder);
                if (scenario.IsAcknowledged)
                    view.Version.ShouldBe(1);
                (await ClosedAsync(firm)).ShouldBe((int)view.Version);

                await Company().SetBusinessHoursAsync(firm.Founder, new(never));
                (await ClosedAsync(firm)).ShouldBe(1);
            }
        );
    }

    private static async Task<int> ClosedAsync(Firm firm) =>
        (await firm.AuditAsync()).Count(record => record.Action == AuditActions.BusinessHoursClosed);

    private static BusinessSchedule From(int open) =>
        new("Europe/Berlin", [.. Enumerable.Range(0, 7).Select(_ => new OpeningInterval[] { new(open, 1020) })], []);

    private static async Task<int> EntriesAsync(Firm firm) =>
        (await firm.AuditAsync()).Count(record => record.Action == AuditActions.BusinessHoursUpdated);
}
