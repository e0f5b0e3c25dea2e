using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.ReleaseNotes;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Notifications;

namespace Kayse.Grains.Tests.ReleaseNotes;

/// <summary>Who gets an email about a release note (NO-9).</summary>
public sealed class ReleaseMailTests(InboxSilo scene) : IClassFixture<InboxSilo>
{
    private static readonly ReleaseSummary _note = new("a-bell", "2026-11-28/a-bell", "A bell", "It rings.", Role.User);
    private static readonly ReleaseSummary _forAdmins = new("a-log", "2026-11-28/a-log", "A log", "It grows.", Role.Admin);

    [Fact]
    public async Task People_get_it_whose_role_it_concerns_unless_they_read_it_or_want_none()
    {
        var user = await InboxSilo.MemberOfAsync(scene.Firm, "user@releases.example");
        var admin = await InboxSilo.MemberOfAsync(scene.Firm, "admin@releases.example", Role.Admin);
        var reader = await InboxSilo.MemberOfAsync(scene.Firm, "reader@releases.example");
        var unsubscribed = await InboxSilo.MemberOfAsync(scene.Firm, "unsubscribed@releases.example");
        var unverified = (await scene.Firm.CreateAsync("unverified@releases.example")).UserId;
        var erased = await InboxSilo.MemberOfAsync(scene.Firm, "erased@releases.example");
        string[] all = [user, admin, reader, unsubscribed, unverified, erased];
        await scene
            .Silo.Grains.GetGrain<ISubscriptionsGrain>(unsubscribed)
            .SetAsync(new SetSubscriptions(true, true, Updates: false, true, SubscriptionSource.Profile));

        foreach (var userId in all)
            await Readings(userId).MailUnlessReadAsync([_note, _forAdmins]);
        await Readings(reader).MarkReadAsync(_forAdmins.Place);
        await Readings(erased).EraseAsync();
        (await scene.Silo.HasRemindersAsync(Readings(erased))).ShouldBeFalse();
        scene.Silo.Clock.Advance(TimeSpan.FromHours(24));

        await CrashScenario.WhileTimePassesAsync(
            scene.Silo,
            TimeSpan.FromHours(1),
            async () =>
            {
                Mails().Count.ShouldBe(3);
                foreach (var userId in all)
                    (await scene.Silo.HasRemindersAsync(Readings(userId))).ShouldBeFalse();
            }
        );
        Mails()
            .Select(mail => $"{mail.To.Address}: {mail.Subject}")
            .ShouldBe(
                [
                    "user@releases.example: New in Kayse: A bell",
                    "admin@releases.example: New in Kayse: A bell",
                    "admin@releases.example: New in Kayse: A log",
                ],
                ignoreOrder: true
            );
    }

    private IReleaseReadingsGrain Readings(string userId) => scene.Silo.Grains.GetGrain<IReleaseReadingsGrain>(userId);

    private List<EmailMessage> Mails() =>
        [.. scene.Silo.Mailbox.All.Where(mail => mail.Subject.StartsWith("New in Kayse", StringComparison.Ordinal))];
}
