using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point while usage is recorded, or a month is closed, loses nothing that was acknowledged
/// and counts nothing twice; who got no answer sends the events again.
/// </summary>
public sealed class UsageCrashTests
{
    [Fact]
    public Task Recording_the_first_events()
    {
        Firm firm = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                return () => RecordAsync(firm, 1);
            },
            async scenario =>
            {
                var total = await TotalAsync(firm);
                if (scenario.IsAcknowledged)
                    total.ShouldBe(10);
                total.ShouldBeOneOf(0, 10);

                (await RecordAsync(firm, 1)).ShouldBeEquivalentTo(
                    new UsageRecorded(total == 0 ? 2 : 0, total == 0 ? 0 : 2, new List<RefusedUsage>())
                );
                (await TotalAsync(firm)).ShouldBe(10);
            }
        );
    }

    [Fact]
    public Task Closing_a_month()
    {
        Firm firm = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await RecordAsync(firm, 1);
                scenario.Silo.Clock.Advance(TimeSpan.FromDays(31));
                return () => RecordAsync(firm, 2);
            },
            async scenario =>
            {
                var now = scenario.Silo.Clock.GetUtcNow();
                var before = new DateOnly(now.Year, now.Month, 1).AddMonths(-1);

                (await RecordAsync(firm, 2)).Refused.ShouldBeEmpty();

                (await TotalAsync(firm)).ShouldBe(10);
                (await TotalAsync(firm, before)).ShouldBe(10);
                await scenario.Silo.RestartAsync();
                (await RecordAsync(firm, 2)).Duplicates.ShouldBe(2);
                (await TotalAsync(firm)).ShouldBe(10);
                (await TotalAsync(firm, before)).ShouldBe(10);
            }
        );
    }

    private static ICompanyUsageGrain UsageOf(Firm firm) => firm.Silo.Grains.GetGrain<ICompanyUsageGrain>(firm.CompanyId);

    private static Task<UsageRecorded> RecordAsync(Firm firm, int number)
    {
        var at = firm.Silo.Clock.GetUtcNow();
        return UsageOf(firm)
            .RecordUsageAsync(
                firm.Founder,
                [
                    new($"{number}-a", UsageMetric.VoiceMinutes, 4, at) { UserId = "ada" },
                    new($"{number}-b", UsageMetric.VoiceMinutes, 6, at) { AgentId = "intake" },
                ],
                isBackfill: false
            );
    }

    private static async Task<decimal> TotalAsync(Firm firm, DateOnly? from = null) =>
        (await UsageOf(firm).GetUsageAsync(firm.Founder, from, null)).Of(UsageMetric.VoiceMinutes).Total;
}
