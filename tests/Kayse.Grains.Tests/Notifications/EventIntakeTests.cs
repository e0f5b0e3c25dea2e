using Kayse.Grains.Lists;
using Kayse.Grains.Notifications;
using Kayse.Grains.State;
using Kayse.Grains.Tests.Crashes;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>What comes in is delivered once, and known for 7 days.</summary>
public sealed class EventIntakeTests(InboxSilo inbox) : IClassFixture<InboxSilo>
{
    [Fact]
    public async Task An_event_is_known_for_7_days_after_a_restart_too_and_then_forgotten()
    {
        var ben = await inbox.MemberAsync();
        await SendAsync(ben, "week", "First");
        await CrashScenario.EventuallyAsync(async () => (await TitlesAsync(ben)).ShouldBe(["First"]));

        await inbox.Silo.RestartAsync(TimeSpan.FromDays(6.9));
        (await SendAsync(ben, "week", "First")).ShouldBe(new EventResult("week", EventOutcome.Duplicate));
        (await SendAsync(ben, "week", "Second")).ShouldBe(new EventResult("week", EventOutcome.Refused, EventProblems.IdReused));

        await inbox.Silo.RestartAsync(TimeSpan.FromDays(1.2));
        await ForgetAsync(ben, "week");
        await CrashScenario.EventuallyAsync(async () => (await SendAsync(ben, "week", "Third")).Outcome.ShouldBe(EventOutcome.Accepted));
        await CrashScenario.EventuallyAsync(async () => (await TitlesAsync(ben)).ShouldContain("Third"));
    }

    [Fact]
    public async Task A_batch_that_comes_twice_at_the_same_time_is_delivered_once()
    {
        var ben = await inbox.MemberAsync();
        var events = Enumerable.Range(0, 150).Select(n => EventOf(ben, $"twice-{n}", $"Title {n}")).ToList();

        var results = await Task.WhenAll(PublishAsync(events), PublishAsync(events));

        results.SelectMany(batch => batch).Count(result => result.Outcome == EventOutcome.Accepted).ShouldBe(150);
        await CrashScenario.EventuallyAsync(async () => (await TitlesAsync(ben)).Count.ShouldBe(150));
        (await TitlesAsync(ben)).ShouldBeUnique();
    }

    [Fact]
    public async Task An_inbox_that_fails_keeps_nobody_else_from_theirs_and_gets_its_own_later()
    {
        var (ben, cleo) = (await inbox.MemberAsync(), await inbox.MemberAsync());
        var queue = new EventQueue(new GrainRecords(Substitute.For<IGrainStorage>(), GrainId.Create("x", "y"), () => { }));
        foreach (var n in Enumerable.Range(0, 3))
        {
            queue.Add(EventOf(ben, $"b{n}", "For Ben"));
            queue.Add(EventOf(cleo, $"c{n}", "For Cleo"));
        }

        INotificationDeliveryGrain InboxOf(string userId) =>
            userId == ben ? new BrokenInbox() : inbox.Silo.Grains.GetGrain<INotificationDeliveryGrain>(userId);
        var failing = new HashSet<string>();
        await new EventFanOut("company-01", InboxOf, NullLogger.Instance).DeliverAsync(queue, queue.LastSequence, failing, default);

        failing.ShouldBe([ben]);
        queue.Waiting.Select(queued => queued.Event.Id).ShouldBe(["b0", "b1", "b2"]);
        queue.TakeFinished().ShouldBeEmpty();
    }

    // What is too old is dropped with what is delivered next.
    private Task ForgetAsync(string userId, string id) =>
        Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(n => $"tidy-{n}")
                .Where(other => EventIntakeKeys.Of("c", other) == EventIntakeKeys.Of("c", id))
                .Take(1)
                .Select(async other =>
                {
                    await SendAsync(userId, other, "Tidy");
                    await CrashScenario.EventuallyAsync(async () => (await TitlesAsync(userId)).ShouldContain("Tidy"));
                })
        );

    private async Task<EventResult> SendAsync(string userId, string id, string title) =>
        (await PublishAsync([EventOf(userId, id, title)])).ShouldHaveSingleItem();

    private Task<IReadOnlyList<EventResult>> PublishAsync(IReadOnlyList<NotificationEvent> events) =>
        inbox.Silo.Grains.GetGrain<ICompanyEventsGrain>(inbox.Firm.CompanyId).PublishEventsAsync(inbox.Firm.Founder, events);

    private async Task<IReadOnlyList<string>> TitlesAsync(string userId) =>
        [
            .. (await inbox.Inbox(userId).ListAsync(inbox.Firm.CompanyId, null, new PageRequest(200, null))).Items.Select(item =>
                item.Title
            ),
        ];

    private static NotificationEvent EventOf(string userId, string id, string title) =>
        new(id, userId, NotificationType.CampaignUpdate, title);

    private sealed class BrokenInbox : INotificationDeliveryGrain
    {
        public Task DeliverAsync(string companyId, string source, IReadOnlyList<SequencedEvent> events) =>
            Task.FromException(new IOException("The disk is full."));
    }
}
