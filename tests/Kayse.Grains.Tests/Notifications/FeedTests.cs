using Kayse.Grains.Lists;
using Kayse.Grains.Notifications;
using Kayse.Grains.Retention;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>What a person finds in their notification centre, and does with it.</summary>
public sealed class FeedTests(InboxSilo inbox) : IClassFixture<InboxSilo>
{
    [Fact]
    public async Task A_feed_is_read_page_by_page_and_outlasts_a_restart()
    {
        var ben = await inbox.MemberAsync();
        await inbox.DeliverAsync(ben, first: 1, count: 80);
        await inbox.Silo.RestartAsync();

        var first = await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, new PageRequest(50, null));
        var second = await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, new PageRequest(50, first.NextCursor));

        first.Items.Concat(second.Items).Select(item => item.EventId).ShouldBe(Enumerable.Range(1, 80).Reverse().Select(n => $"e{n}"));
        second.NextCursor.ShouldBeNull();
        first.Head.Unread.ShouldBe(80);
    }

    [Fact]
    public async Task What_is_delivered_again_is_known_and_a_feed_has_the_latest_500()
    {
        var ben = await inbox.MemberAsync();
        for (var first = 1; first <= 551; first += 110)
            await inbox.DeliverAsync(ben, first, count: 150);

        var head = await inbox.Inbox(ben).GetHeadAsync(inbox.Firm.CompanyId);
        var oldest = await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, new PageRequest(200, null) { Skip = 400 });

        head.Unread.ShouldBe(500);
        oldest.Items.Count.ShouldBe(100);
        oldest.Items[^1].EventId.ShouldBe("e201");
    }

    [Fact]
    public async Task Reading_all_leaves_what_arrives_later_unread()
    {
        var ben = await inbox.MemberAsync();
        await inbox.DeliverAsync(ben, first: 1, count: 40);
        var seen = (await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, new PageRequest(1, null))).Items[0];
        await inbox.DeliverAsync(ben, first: 41, count: 2);

        (await inbox.Inbox(ben).MarkAllReadAsync(inbox.Firm.CompanyId, seen.CreatedAt)).Unread.ShouldBe(2);

        (await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, unread: true, Firm.AllOfIt))
            .Items.Select(item => item.EventId)
            .ShouldBe(["e42", "e41"]);
    }

    [Fact]
    public async Task Who_was_away_reads_what_has_changed()
    {
        var ben = await inbox.MemberAsync();
        await inbox.DeliverAsync(ben, first: 1, count: 60);
        var head = await inbox.Inbox(ben).GetHeadAsync(inbox.Firm.CompanyId);
        await inbox.Inbox(ben).MarkReadAsync(inbox.Firm.CompanyId, "3");
        await inbox.Inbox(ben).ArchiveAsync(inbox.Firm.CompanyId, "50");

        var changes = await inbox.Inbox(ben).ReadChangesAsync(inbox.Firm.CompanyId, head.Sequence, 200);

        changes.Items.Select(item => item.Id).ShouldBe(["3", "50"]);
        changes.Items[1].ArchivedAt.ShouldNotBeNull();
        changes.Head.Unread.ShouldBe(58);
        (await inbox.Inbox(ben).ReadChangesAsync(inbox.Firm.CompanyId, 0, 20)).Resync.ShouldBeTrue();
        (await inbox.Inbox(ben).ReadChangesAsync(inbox.Firm.CompanyId, changes.Head.Sequence + 1, 20)).Resync.ShouldBeTrue();
    }

    [Fact]
    public async Task An_observer_is_told_of_the_feed_it_watches_and_of_no_other()
    {
        var ben = await inbox.MemberAsync();
        var (here, elsewhere) = (new Observer(), new Observer());
        await inbox.Inbox(ben).SubscribeAsync(inbox.Firm.CompanyId, inbox.Silo.Grains.CreateObjectReference<INotificationObserver>(here));
        await inbox.Inbox(ben).SubscribeAsync("another", inbox.Silo.Grains.CreateObjectReference<INotificationObserver>(elsewhere));

        await inbox.DeliverAsync(ben, first: 1, count: 1);

        (await here.Told.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe((ben, inbox.Firm.CompanyId, 1));
        elsewhere.Told.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_erased_has_nothing_left()
    {
        var ben = await inbox.MemberAsync();
        await inbox.DeliverAsync(ben, first: 1, count: 80);

        await inbox.Inbox(ben).EraseAsync();
        await inbox.Inbox(ben).EraseAsync();

        (await inbox.Silo.HasStateAsync("inbox", inbox.Inbox(ben))).ShouldBeFalse();
        (await inbox.Silo.HasStateAsync("older-000000", inbox.Inbox(ben))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_older_than_the_retention_period_of_its_company_is_hidden_and_then_deleted()
    {
        var ben = await inbox.MemberAsync();
        Task<RetentionView> KeepAsync(RetentionDays days) =>
            inbox.Silo.Grains.GetGrain<ICompanyRetentionGrain>(inbox.Firm.CompanyId).SetRetentionAsync(inbox.Firm.Founder, new(days));
        await inbox.DeliverAsync(ben, first: 1, count: 40);
        inbox.Silo.Clock.Advance(TimeSpan.FromDays(20));
        await inbox.DeliverAsync(ben, first: 41, count: 3);
        (await inbox.Inbox(ben).GetHeadAsync(inbox.Firm.CompanyId)).Unread.ShouldBe(43);

        await KeepAsync(new(Notifications: 14));
        inbox.Silo.Clock.Advance(TimeSpan.FromMinutes(1));

        (await inbox.Inbox(ben).GetHeadAsync(inbox.Firm.CompanyId)).Unread.ShouldBe(3);
        var cleanUp = () => inbox.Inbox(ben).AsReference<IRemindable>().ReceiveReminder("clean-up", new TickStatus());
        await cleanUp();
        (await inbox.Silo.HasStateAsync("older-000000", inbox.Inbox(ben))).ShouldBeFalse();
        await inbox.Silo.RestartAsync();
        (await inbox.Inbox(ben).ListAsync(inbox.Firm.CompanyId, null, Firm.AllOfIt))
            .Items.Select(item => item.EventId)
            .ShouldBe(["e43", "e42", "e41"]);

        inbox.Silo.Clock.Advance(TimeSpan.FromDays(15));
        await cleanUp();
        (await inbox.Silo.HasRemindersAsync(inbox.Inbox(ben))).ShouldBeFalse();
        await inbox.DeliverAsync(ben, first: 44, count: 1);
        (await inbox.Inbox(ben).GetHeadAsync(inbox.Firm.CompanyId)).Unread.ShouldBe(1);
        (await inbox.Silo.HasRemindersAsync(inbox.Inbox(ben))).ShouldBeTrue();
        await KeepAsync(RetentionDays.Default);
    }

    private sealed class Observer : INotificationObserver
    {
        public TaskCompletionSource<(string UserId, string CompanyId, long Sequence)> Told { get; } = new();

        public Task FeedChangedAsync(string userId, string companyId, long sequence)
        {
            Told.TrySetResult((userId, companyId, sequence));
            return Task.CompletedTask;
        }
    }
}
