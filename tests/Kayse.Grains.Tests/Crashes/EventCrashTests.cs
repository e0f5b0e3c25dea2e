using Kayse.Grains.Lists;
using Kayse.Grains.Notifications;
using Kayse.Grains.Tests.Notifications;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point after events were sent delivers each of those it accepted, and none twice; who got
/// no answer sends them again.
/// </summary>
public sealed class EventCrashTests
{
    [Fact]
    public Task Events_are_delivered_once()
    {
        string userId = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email);
                return () => PublishAsync(scenario, userId);
            },
            async scenario =>
            {
                if (!scenario.IsAcknowledged)
                    await PublishAsync(scenario, userId);
                else
                    scenario.Remind();
                await CrashScenario.EventuallyAsync(async () => (await TitlesAsync(scenario, userId)).Count.ShouldBe(3));

                (await PublishAsync(scenario, userId)).ShouldAllBe(result => result.Outcome == EventOutcome.Duplicate);
                await scenario.Silo.RestartAsync();
                scenario.Remind();
                (await TitlesAsync(scenario, userId)).Order().ShouldBe(["Title 0", "Title 1", "Title 2"]);
            }
        );
    }

    private static Task<IReadOnlyList<EventResult>> PublishAsync(CrashScenario scenario, string userId) =>
        scenario
            .Silo.Grains.GetGrain<ICompanyEventsGrain>(scenario.Firm.CompanyId)
            .PublishEventsAsync(
                scenario.Firm.Founder,
                [
                    .. Enumerable
                        .Range(0, 3)
                        .Select(n => new NotificationEvent($"{userId}-{n}", userId, NotificationType.CampaignUpdate, $"Title {n}")),
                ]
            );

    private static async Task<IReadOnlyList<string>> TitlesAsync(CrashScenario scenario, string userId)
    {
        var inbox = scenario.Silo.Grains.GetGrain<INotificationInboxGrain>(userId);
        var page = await inbox.ListAsync(scenario.Firm.CompanyId, null, new PageRequest(200, null));
        return [.. page.Items.Select(item => item.Title)];
    }
}
