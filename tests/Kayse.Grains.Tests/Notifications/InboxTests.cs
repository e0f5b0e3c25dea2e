using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>What reaches a person, and what they are told of it.</summary>
public sealed class InboxTests(InboxSilo inbox) : IClassFixture<InboxSilo>
{
    [Fact]
    public async Task Who_may_not_see_a_case_type_gets_nothing_of_it_by_any_channel()
    {
        var ben = await inbox.MemberAsync();
        var scope = await inbox.Firm.Scopes.CreateScopeAsync(
            inbox.Firm.Founder,
            new CreateScope(EntityId.New(inbox.Silo.Clock), "Wills", ["Will"])
        );
        await inbox.Firm.Members.UpdateMemberAsync(
            inbox.Firm.Founder,
            ben,
            new UpdateMember(Access: new AccessChange(CaseAccess: AccessMode.Assigned, ScopeIds: [scope.Id]))
        );
        var before = inbox.Silo.Mailbox.All.Count;

        await inbox.DeliverAsync(ben, 1, 1, happened => happened with { Type = NotificationType.TaskDue, CaseType = "Dog bite" });

        (await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, Firm.AllOfIt)).Items.ShouldBeEmpty();
        var explained = await inbox.Settings(ben).ExplainAsync(inbox.Firm.CompanyId, "e1");
        explained.Title.ShouldBeNull();
        explained.Channels.ShouldAllBe(decision =>
            decision.Outcome == DeliveryOutcome.Dropped && decision.Reason == NotificationReason.CaseType
        );
        inbox.Silo.Mailbox.All.Count.ShouldBe(before);
    }

    [Fact]
    public async Task What_is_held_is_mailed_when_the_quiet_hours_end_and_the_reminder_goes()
    {
        var ben = await inbox.MemberAsync();
        var hour = new TimeOnly(inbox.Silo.Clock.GetUtcNow().Hour, 0);
        await SetAsync(
            ben,
            new NotificationSettings
            {
                QuietHours = new QuietHours(true, hour.AddHours(-1), hour.AddHours(2), Enum.GetValues<DayOfWeek>(), true),
            }
        );
        await inbox.DeliverAsync(ben, 1, 5, happened => happened with { Type = NotificationType.TaskDue });
        (await inbox.Settings(ben).GetSettingsAsync(inbox.Firm.CompanyId)).QuietUntil.ShouldNotBeNull();
        (await SubjectsAsync(ben)).ShouldBeEmpty();

        await CrashScenario.WhileTimePassesAsync(
            inbox.Silo,
            TimeSpan.FromMinutes(20),
            async () => (await SubjectsAsync(ben)).ShouldHaveSingleItem().ShouldStartWith("5 notifications")
        );
        await CrashScenario.WhileTimePassesAsync(
            inbox.Silo,
            TimeSpan.FromMinutes(61),
            async () => (await inbox.Silo.HasReminderAsync(inbox.Inbox(ben), "due")).ShouldBeFalse()
        );
    }

    [Fact]
    public async Task Another_time_zone_applies_to_what_is_held_at_once()
    {
        var ben = await inbox.MemberAsync();
        var hour = new TimeOnly(inbox.Silo.Clock.GetUtcNow().Hour, 0);
        await SetAsync(
            ben,
            new NotificationSettings
            {
                QuietHours = new QuietHours(true, hour.AddHours(-1), hour.AddHours(2), Enum.GetValues<DayOfWeek>(), true),
            }
        );
        await inbox.DeliverAsync(ben, 1, 1, happened => happened with { Type = NotificationType.TaskDue });

        await inbox.Firm.User(ben).Profile.UpdateProfileAsync(new UpdateProfile(TimeZone: new("Asia/Tokyo")));

        await CrashScenario.EventuallyAsync(async () => (await SubjectsAsync(ben)).ShouldBe(["Campaign 1"]));
    }

    [Fact]
    public async Task Hostile_titles_are_text_in_the_feed_and_in_mails()
    {
        var ben = await inbox.MemberAsync();
        const string Title = "<img src=x onerror=alert(1)> http://evil.example/login";

        await inbox.DeliverAsync(ben, 1, 1, happened => happened with { Type = NotificationType.TaskDue, Title = Title });

        (await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, Firm.AllOfIt)).Items.ShouldHaveSingleItem().Title.ShouldBe(Title);
        var email = await AddressOfAsync(ben);
        await CrashScenario.EventuallyAsync(() =>
        {
            var mail = inbox.Silo.Mailbox.All.Last(mail => mail.To.Address == email);
            mail.Subject.ShouldContain("img src");
            mail.HtmlBody.ShouldNotContain("<img src=x");
            mail.HtmlBody.ShouldNotContain("http://evil.example");
            mail.TextBody.ShouldNotContain("http://evil.example");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Settings_have_a_version_and_refuse_what_makes_no_sense()
    {
        var ben = await inbox.MemberAsync();
        var quiet = new QuietHours(true, new TimeOnly(7, 0), new TimeOnly(7, 0), [], false);
        var bad = new NotificationSettings
        {
            QuietHours = quiet,
            Digest = new DigestSettings(DigestMode.Daily, 24),
            SmsWarning = new SmsWarning(true, 1),
        };

        var refused = await Should.ThrowAsync<RefusedException>(() => SetAsync(ben, bad));
        var set = await SetAsync(ben, new NotificationSettings { Digest = new DigestSettings(DigestMode.Weekly, 9, DayOfWeek.Friday) });
        var stale = new SetNotificationSettings(new NotificationSettings(), set.Version - 1);

        refused.Refusal.Fields!.Keys.Order().ShouldBe(["digest.hour", "quietHours.days", "quietHours.end", "smsWarning.segments"]);
        (await Refused.CodeAsync(() => inbox.Settings(ben).SetSettingsAsync(inbox.Firm.CompanyId, stale))).ShouldBe("version_conflict");
        await inbox.Silo.RestartAsync();
        var read = await inbox.Settings(ben).GetSettingsAsync(inbox.Firm.CompanyId);
        read.Settings.Digest.ShouldBe(new DigestSettings(DigestMode.Weekly, 9, DayOfWeek.Friday));
        read.NextDigestAt.ShouldNotBeNull().DayOfWeek.ShouldBe(DayOfWeek.Friday);
        read.Cells.Count.ShouldBe(33);
    }

    private Task<NotificationSettingsView> SetAsync(string userId, NotificationSettings settings) =>
        inbox.Settings(userId).SetSettingsAsync(inbox.Firm.CompanyId, new SetNotificationSettings(settings, null));

    private async Task<string> AddressOfAsync(string userId) => (await inbox.Firm.User(userId).Profile.GetAsync())!.Email;

    private async Task<IReadOnlyList<string>> SubjectsAsync(string userId)
    {
        var email = await AddressOfAsync(userId);
        return [.. inbox.Silo.Mailbox.All.Where(mail => mail.To.Address == email).Select(mail => mail.Subject)];
    }
}
