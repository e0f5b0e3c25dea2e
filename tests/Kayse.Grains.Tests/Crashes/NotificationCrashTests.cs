using Kayse.Grains.Lists;
using Kayse.Grains.Notifications;
using Kayse.Grains.Tests.Notifications;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a delivery, or of a release of what was held, sends each mail once, and what is
/// explained is what was done.
/// </summary>
public sealed class NotificationCrashTests
{
    private static readonly QuietHours _now = new(true, new TimeOnly(8, 0), new TimeOnly(8, 59), Enum.GetValues<DayOfWeek>(), true);

    [Fact]
    public Task An_event_that_is_mailed_at_once()
    {
        string userId = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email);
                return () => DeliverAsync(scenario, userId, count: 1);
            },
            async scenario =>
            {
                await DeliverAsync(scenario, userId, count: 1);
                scenario.Remind();
                await HasOneMailAsync(scenario, userId, "Task 1");
            }
        );
    }

    [Fact]
    public Task Held_events_that_are_released()
    {
        string userId = null!;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email);
                await SetAsync(scenario, userId, new NotificationSettings { QuietHours = Around(scenario) });
                await DeliverAsync(scenario, userId, count: 4);
                return () => SetAsync(scenario, userId, new NotificationSettings());
            },
            async scenario =>
            {
                await SetAsync(scenario, userId, new NotificationSettings());
                await HasOneMailAsync(scenario, userId, "4 notifications");
            }
        );
    }

    // The clock moves while scenarios are looked at.
    private static QuietHours Around(CrashScenario scenario)
    {
        var now = TimeOnly.FromDateTime(scenario.Silo.Clock.GetUtcNow().UtcDateTime);
        var hour = new TimeOnly(now.Hour, 0);
        return _now with { Start = hour.AddHours(-1), End = hour.AddHours(3) };
    }

    private static async Task HasOneMailAsync(CrashScenario scenario, string userId, string subject)
    {
        await CrashScenario.EventuallyAsync(() =>
        {
            var mails = scenario.Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email).DistinctBy(mail => mail.MessageId);
            mails.Select(mail => mail.Subject).ShouldHaveSingleItem().ShouldStartWith(subject);
            return Task.CompletedTask;
        });
        var explained = await Settings(scenario, userId).ExplainAsync(scenario.Firm.CompanyId, "e1");
        explained.Channels.Single(decision => decision.Channel == NotificationChannel.Email).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        var feed = scenario.Silo.Grains.GetGrain<INotificationInboxGrain>(userId);
        (await feed.ListAsync(scenario.Firm.CompanyId, null, new PageRequest(200, null)))
            .Items.Select(item => item.EventId)
            .ShouldBeUnique();
    }

    private static Task<NotificationSettingsView> SetAsync(CrashScenario scenario, string userId, NotificationSettings settings) =>
        Settings(scenario, userId).SetSettingsAsync(scenario.Firm.CompanyId, new SetNotificationSettings(settings, null));

    private static INotificationSettingsGrain Settings(CrashScenario scenario, string userId) =>
        scenario.Silo.Grains.GetGrain<INotificationSettingsGrain>(userId);

    private static Task DeliverAsync(CrashScenario scenario, string userId, int count) =>
        scenario
            .Silo.Grains.GetGrain<INotificationDeliveryGrain>(userId)
            .DeliverAsync(
                scenario.Firm.CompanyId,
                "shard",
                [
                    .. Enumerable
                        .Range(1, count)
                        .Select(n => new SequencedEvent(
                            n,
                            new NotificationEvent($"e{n}", userId, NotificationType.TaskDue, $"Task {n}")
                        )),
                ]
            );
}
