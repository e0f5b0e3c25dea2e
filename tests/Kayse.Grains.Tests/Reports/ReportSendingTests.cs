using System.Text;
using Kayse.Grains.Blobs;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Reports;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Reports;

/// <summary>Scheduled reports, as time passes.</summary>
public sealed class ReportSendingTests(InboxSilo silo) : IClassFixture<InboxSilo>
{
    private static readonly ReportTiming _daily = new(ReportEvery.Day, 7);
    private static int _firms;

    [Fact]
    public async Task A_report_goes_to_those_who_may_see_billing_and_want_it_when_it_is_sent()
    {
        var firm = await FirmAsync();
        var (reader, former, unsubscribed, unverified) = (
            await MemberAsync(firm, "reader"),
            await MemberAsync(firm, "former"),
            await MemberAsync(firm, "unsubscribed"),
            (await firm.CreateAsync($"unverified@{firm.CompanyId}.example", Role.SuperAdmin)).UserId
        );
        var schedule = await ScheduleAsync(firm, ReportFormat.Pdf, firm.Founder.UserId, reader, former, unsubscribed, unverified);
        await firm.Members.DeactivateMemberAsync(firm.Founder, former);
        await silo
            .Silo.Grains.GetGrain<ISubscriptionsGrain>(unsubscribed)
            .SetAsync(new(Notifications: true, Reports: false, Updates: true, Marketing: false, SubscriptionSource.Profile));

        var mails = await DueAsync(firm, schedule, count: 2);

        mails
            .Select(mail => mail.To.Address)
            .ShouldBe([await AddressAsync(firm, firm.Founder.UserId), await AddressAsync(firm, reader)], true);
        foreach (var mail in mails)
        {
            mail.Subject.ShouldStartWith("Usage report for Firm & Partners: ");
            mail.Unsubscribe.ShouldNotBeNull();
            mail.Attachment!.Name.ShouldEndWith(".pdf");
            Encoding.ASCII.GetString(mail.Attachment.Content.Span[..5]).ShouldBe("%PDF-");
        }
    }

    [Fact]
    public async Task Missed_reports_go_out_once_and_say_so()
    {
        var firm = await FirmAsync();
        var schedule = await ScheduleAsync(firm, ReportFormat.Csv, firm.Founder.UserId);
        await silo.Silo.RestartAsync(TimeSpan.FromDays(4));

        await CrashScenario.WhileTimePassesAsync(silo.Silo, TimeSpan.FromMinutes(10), () => ShouldHaveAsync(firm, 1));

        var mail = MailsOf(firm).Single();
        mail.Subject.ShouldStartWith("Late usage report");
        mail.Attachment!.MediaType.ShouldBe("text/csv");
        // A heading, four days at least, and the totals.
        Encoding.UTF8.GetString(mail.Attachment.Content.Span).Split("\r\n").Length.ShouldBeGreaterThanOrEqualTo(6);
        (await Reports(firm).GetScheduleAsync(firm.Founder, schedule.Id)).NextAt.ShouldBeGreaterThan(silo.Silo.Clock.GetUtcNow());
        await Reports(firm).DeleteScheduleAsync(firm.Founder, schedule.Id, null);
    }

    [Fact]
    public async Task A_file_is_deleted_once_no_mail_needs_it_and_nothing_is_left_of_a_schedule_that_is_deleted()
    {
        var firm = await FirmAsync();
        var schedule = await ScheduleAsync(firm, ReportFormat.Csv, firm.Founder.UserId);
        await DueAsync(firm, schedule, count: 1);
        (await FilesAsync(firm)).ShouldNotBeEmpty();

        silo.Silo.Clock.Advance(TimeSpan.FromDays(3));
        await CrashScenario.WhileTimePassesAsync(
            silo.Silo,
            TimeSpan.FromHours(2),
            async () =>
            {
                (await FilesAsync(firm)).ShouldBeEmpty();
                (await silo.Silo.HasRemindersAsync(Reports(firm))).ShouldBeFalse();
            }
        );
    }

    [Fact]
    public async Task An_Admin_with_billing_read_sees_schedules_and_changes_none()
    {
        var firm = await FirmAsync();
        var schedule = await ScheduleAsync(firm, ReportFormat.Pdf, firm.Founder.UserId);
        var reader = await firm.JoinAsync($"admin@{firm.CompanyId}.example", Role.Admin, ["billing.read"]);
        var user = await firm.JoinAsync($"user@{firm.CompanyId}.example");

        (await Reports(firm).ListSchedulesAsync(reader)).Items.ShouldHaveSingleItem().Id.ShouldBe(schedule.Id);
        (await CodeOfAsync(() => Reports(firm).UpdateScheduleAsync(reader, schedule.Id, new() { Hour = 9 }))).ShouldBe("forbidden");
        (await CodeOfAsync(() => Reports(firm).DeleteScheduleAsync(reader, schedule.Id, null))).ShouldBe("forbidden");
        (await CodeOfAsync(() => Reports(firm).ListSchedulesAsync(user))).ShouldBe("forbidden");
        (await CodeOfAsync(() => Reports(firm).ListSchedulesAsync(silo.Firm.Founder))).ShouldBe("not_found");
        await Reports(firm).DeleteScheduleAsync(firm.Founder, schedule.Id, schedule.Version);
        (await CodeOfAsync(() => Reports(firm).GetScheduleAsync(firm.Founder, schedule.Id))).ShouldBe("not_found");
    }

    private async Task<Firm> FirmAsync() =>
        await Firm.FoundAsync(silo.Silo, $"founder{Interlocked.Increment(ref _firms)}@reports.example");

    private static Task<string> MemberAsync(Firm firm, string name) =>
        InboxSilo.MemberOfAsync(firm, $"{name}@{firm.CompanyId}.example", Role.SuperAdmin);

    private ICompanyReportsGrain Reports(Firm firm) => silo.Silo.Grains.GetGrain<ICompanyReportsGrain>(firm.CompanyId);

    private Task<ReportSchedule> ScheduleAsync(Firm firm, ReportFormat format, params string[] recipients) =>
        Reports(firm).CreateScheduleAsync(firm.Founder, new($"daily-{firm.CompanyId}", _daily, format, recipients));

    private async Task<List<EmailMessage>> DueAsync(Firm firm, ReportSchedule schedule, int count)
    {
        silo.Silo.Clock.Advance(schedule.NextAt - silo.Silo.Clock.GetUtcNow());
        await CrashScenario.WithinMinutesAsync(silo.Silo, () => ShouldHaveAsync(firm, count));
        await Reports(firm).DeleteScheduleAsync(firm.Founder, schedule.Id, null);
        return MailsOf(firm);
    }

    private Task ShouldHaveAsync(Firm firm, int count)
    {
        MailsOf(firm).Count.ShouldBe(count);
        return Task.CompletedTask;
    }

    // The address of a file has the company in it.
    private List<EmailMessage> MailsOf(Firm firm) =>
        [.. silo.Silo.Mailbox.All.Where(mail => mail.MessageId.Contains($"daily-{firm.CompanyId}", StringComparison.Ordinal))];

    private async Task<List<string>> FilesAsync(Firm firm)
    {
        var keys = new List<string>();
        await foreach (var key in silo.Silo.Services.GetRequiredService<IBlobStore>().ListAsync(CancellationToken.None))
        {
            if (key.StartsWith($"reports/{firm.CompanyId}/", StringComparison.Ordinal))
                keys.Add(key);
        }

        return keys;
    }

    private static async Task<string> AddressAsync(Firm firm, string userId) =>
        (await firm.Members.GetMemberAsync(firm.Founder, userId)).Email;

    private static async Task<string?> CodeOfAsync(Func<Task> act) =>
        (await Should.ThrowAsync<Kayse.Grains.Errors.RefusedException>(act)).Code;
}
