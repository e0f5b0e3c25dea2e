using Kayse.Grains.Audit;
using Kayse.Grains.Notifications;
using Kayse.Grains.Retention;
using Kayse.Grains.Tests.Audit;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Notifications;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of retention periods, or of deleting what is too old, leaves what was
/// there or what is to be there, and an audit log that can be verified.
/// </summary>
public sealed class RetentionCrashTests
{
    [Fact]
    public async Task Choosing_periods()
    {
        var days = 400;
        Task<RetentionView> SetAsync(Firm firm) =>
            Company(firm).SetRetentionAsync(firm.Founder, new(new(SignInHistory: 60, AuditLog: days)));

        await CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                days++;
                return Task.FromResult<Func<Task>>(() => SetAsync(scenario.Firm));
            },
            async scenario =>
            {
                var firm = scenario.Firm;
                var isNew = (await Company(firm).GetRetentionAsync(firm.Founder))[RetentionKind.AuditLog].Days == days;
                if (scenario.IsAcknowledged)
                    isNew.ShouldBeTrue();
                (await EntriesAsync(firm, days)).ShouldBe(isNew ? 1 : 0);

                await SetAsync(firm);

                (await EntriesAsync(firm, days)).ShouldBe(1);
                (await scenario.Silo.HasRemindersAsync(Log(firm))).ShouldBeTrue();
            }
        );
    }

    [Fact]
    public async Task Deleting_entries_of_the_audit_log()
    {
        TestLog log = null!;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                log = new TestLog(scenario.Silo);
                var old = scenario.Silo.Clock.GetUtcNow().AddDays(-400);
                await log.AppendAsync(
                    40,
                    i => log.Record(AuditActions.ScopeUpdated, "ada", $"scope-{i % 2}") with { At = old.AddTicks(i) }
                );
                await log.AppendAsync(3);
                await log.Grain.KeepForAsync(365);
                return () => log.DeleteOldAsync();
            },
            async scenario =>
            {
                var left = (await log.ListAsync()).Count;
                left.ShouldBeOneOf(43, 44, 4);
                await log.ShouldHoldAsync(left == 43 ? 43 : 44);

                await log.DeleteOldAsync();

                (await log.ListAsync()).Count.ShouldBe(4);
                (await log.ShouldHoldAsync(44)).Deleted.ShouldBe(40);
                (await scenario.Silo.HasStateAsync("entries-000000", log.Grain)).ShouldBeFalse();
            }
        );
    }

    [Fact]
    public async Task Deleting_notifications()
    {
        string ben = null!;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                ben = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email);
                var retention = scenario.Silo.Grains.GetGrain<ICompanyRetentionGrain>(scenario.Firm.CompanyId);
                await retention.SetRetentionAsync(scenario.Firm.Founder, new(new(Notifications: 14)));
                await DeliverAsync(scenario, ben, first: 1, count: 40);
                scenario.Silo.Clock.Advance(TimeSpan.FromDays(15));
                await DeliverAsync(scenario, ben, first: 41, count: 3);
                return () => CleanUpAsync(scenario, ben);
            },
            async scenario =>
            {
                (await ShownAsync(scenario, ben)).ShouldBe(["e43", "e42", "e41"]);

                await CleanUpAsync(scenario, ben);

                (await ShownAsync(scenario, ben)).ShouldBe(["e43", "e42", "e41"]);
                (await scenario.Silo.HasStateAsync("older-000000", Inbox(scenario, ben))).ShouldBeFalse();
                await DeliverAsync(scenario, ben, first: 44, count: 40);
                (await ShownAsync(scenario, ben)).Count.ShouldBe(43);
            }
        );
    }

    private static INotificationInboxGrain Inbox(CrashScenario scenario, string userId) =>
        scenario.Silo.Grains.GetGrain<INotificationInboxGrain>(userId);

    private static Task CleanUpAsync(CrashScenario scenario, string userId) =>
        Inbox(scenario, userId).AsReference<IRemindable>().ReceiveReminder("clean-up", new TickStatus());

    private static Task DeliverAsync(CrashScenario scenario, string userId, int first, int count) =>
        scenario
            .Silo.Grains.GetGrain<INotificationDeliveryGrain>(userId)
            .DeliverAsync(
                scenario.Firm.CompanyId,
                "shard",
                [
                    .. Enumerable
                        .Range(first, count)
                        .Select(n => new SequencedEvent(n, new($"e{n}", userId, NotificationType.CampaignUpdate, $"Campaign {n}"))),
                ]
            );

    private static async Task<IReadOnlyList<string>> ShownAsync(CrashScenario scenario, string userId) =>
        [.. (await Inbox(scenario, userId).ListAsync(scenario.Firm.CompanyId, null, Firm.AllOfIt)).Items.Select(item => item.EventId)];

    private static IAuditLogGrain Log(Firm firm) => firm.Silo.Grains.GetGrain<IAuditLogGrain>(firm.CompanyId);

    private static ICompanyRetentionGrain Company(Firm firm) => firm.Silo.Grains.GetGrain<ICompanyRetentionGrain>(firm.CompanyId);

    private static async Task<int> EntriesAsync(Firm firm, int days) =>
        (await firm.AuditAsync()).Count(record =>
            record.Action == AuditActions.RetentionUpdated
            && record.Changes.Any(change => change.Field == "auditLogDays" && change.After == $"{days}")
        );
}
