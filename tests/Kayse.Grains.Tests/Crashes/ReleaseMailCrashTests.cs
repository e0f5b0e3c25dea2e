using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.ReleaseNotes;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Tests.Notifications;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies while the email about a release note is due still sends it, under one Message-ID.</summary>
public sealed class ReleaseMailCrashTests
{
    private static readonly ReleaseSummary _note = new("a-bell", "2026-11-28/a-bell", "A bell", "It rings.", Role.User);
    private static readonly ReleaseSummary _forAdmins = new("a-log", "2026-11-28/a-log", "A log", "It grows.", Role.Admin);

    private string _userId = "";

    [Fact]
    public Task The_email_comes_once_when_a_day_has_passed() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _userId = await InboxSilo.MemberOfAsync(scenario.Firm, scenario.Email);
                await scenario.Silo.Grains.GetGrain<ISubscriptionsGrain>(_userId).GetLinkTokenAsync();
                return async () =>
                {
                    await Readings(scenario).MailUnlessReadAsync([_note, _forAdmins]);
                    scenario.Silo.Clock.Advance(TimeSpan.FromHours(25));
                    await CrashScenario.EventuallyAsync(() =>
                    {
                        (scenario.Silo.Crash.HasHappened || MailsTo(scenario).Count > 0).ShouldBeTrue();
                        return Task.CompletedTask;
                    });
                };
            },
            async scenario =>
            {
                // They come again, as nothing says that it wasn't stored.
                await Readings(scenario).MailUnlessReadAsync([_note, _forAdmins]);
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(24));
                await CrashScenario.WhileTimePassesAsync(
                    scenario.Silo,
                    TimeSpan.FromHours(1),
                    () =>
                    {
                        MailsTo(scenario).ShouldHaveSingleItem().Unsubscribe.ShouldNotBeNull();
                        return Task.CompletedTask;
                    }
                );
            }
        );

    private IReleaseReadingsGrain Readings(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IReleaseReadingsGrain>(_userId);

    private static List<EmailMessage> MailsTo(CrashScenario scenario) =>
        [
            .. scenario
                .Silo.Mailbox.All.Where(mail =>
                    mail.To.Address == scenario.Email && mail.Subject.StartsWith("New in Kayse", StringComparison.Ordinal)
                )
                .DistinctBy(mail => mail.MessageId),
        ];
}
