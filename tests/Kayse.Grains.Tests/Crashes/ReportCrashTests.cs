using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Reports;
using Kayse.Grains.Tests.Notifications;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point sends a report that is due once, and leaves a schedule whole or not at all.
/// </summary>
public sealed class ReportCrashTests
{
    private string _userId = "";

    [Fact]
    public Task A_report_that_is_due() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _userId = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email, Role.SuperAdmin);
                var schedule = await CreateAsync(scenario);
                return async () =>
                {
                    scenario.Silo.Clock.Advance(schedule.NextAt - scenario.Silo.Clock.GetUtcNow());
                    await CrashScenario.EventuallyAsync(() =>
                    {
                        (scenario.Silo.Crash.HasHappened || MailsTo(scenario).Count > 0).ShouldBeTrue();
                        return Task.CompletedTask;
                    });
                };
            },
            async scenario =>
            {
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        MailsTo(scenario).ShouldHaveSingleItem().Attachment.ShouldNotBeNull();
                        var next = (await Reports(scenario).GetScheduleAsync(scenario.Firm.Founder, IdOf(scenario))).NextAt;
                        next.ShouldBeGreaterThan(scenario.Silo.Clock.GetUtcNow());
                    }
                );
                await Reports(scenario).DeleteScheduleAsync(scenario.Firm.Founder, IdOf(scenario), null);
            }
        );

    [Fact]
    public Task A_new_schedule() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _userId = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email, Role.SuperAdmin);
                return () => CreateAsync(scenario);
            },
            async scenario =>
            {
                var schedules = (await Reports(scenario).ListSchedulesAsync(scenario.Firm.Founder)).Items;
                if (scenario.IsAcknowledged)
                    schedules.ShouldHaveSingleItem();
                (await EntriesAsync(scenario)).ShouldBe(schedules.Count);
                (await CreateAsync(scenario)).Version.ShouldBe(1);
                (await EntriesAsync(scenario)).ShouldBe(1);
                await Reports(scenario).DeleteScheduleAsync(scenario.Firm.Founder, IdOf(scenario), null);
            }
        );

    private Task<ReportSchedule> CreateAsync(CrashScenario scenario) =>
        Reports(scenario)
            .CreateScheduleAsync(
                scenario.Firm.Founder,
                new(IdOf(scenario), new ReportTiming(ReportEvery.Day, 7), ReportFormat.Csv, [_userId])
            );

    private static ICompanyReportsGrain Reports(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<ICompanyReportsGrain>(scenario.Firm.CompanyId);

    private static string IdOf(CrashScenario scenario) => scenario.Email.Split('@')[0];

    private static async Task<int> EntriesAsync(CrashScenario scenario) =>
        (await scenario.Firm.AuditAsync()).Count(record =>
            record.Action == AuditActions.ReportScheduleCreated && record.Target.Id == IdOf(scenario)
        );

    private static List<EmailMessage> MailsTo(CrashScenario scenario) =>
        [
            .. scenario
                .Silo.Mailbox.All.Where(mail =>
                    mail.To.Address == scenario.Email && mail.Subject.Contains("sage report", StringComparison.Ordinal)
                )
                .DistinctBy(mail => mail.MessageId),
        ];
}
