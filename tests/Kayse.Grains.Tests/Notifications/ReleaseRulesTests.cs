using Kayse.Grains.Notifications;
using NodaTime;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>What waits is delivered once, when it is due, or dropped for a reason (NO-4, NO-5).</summary>
public sealed class ReleaseRulesTests
{
    private static readonly QuietHours _nights = new(true, new TimeOnly(22, 0), new TimeOnly(7, 0), Enum.GetValues<DayOfWeek>(), true);
    private readonly SampleInbox _inbox = new();

    [Fact]
    public void Without_quiet_hours_an_event_comes_at_once_by_every_channel()
    {
        _inbox.Set(SampleInbox.Everything());

        _inbox.Arrive();

        _inbox.Mails.ShouldHaveSingleItem().Mail.Until.ShouldBeNull();
        _inbox.Pushes.ShouldHaveSingleItem().Note.Count.ShouldBe(1);
        _inbox.State.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void Events_that_arrive_within_a_millisecond_are_all_due()
    {
        _inbox.Set(SampleInbox.Everything());

        for (var i = 0; i < 3; i++)
            _inbox.Arrive();

        _inbox.State.Waiting.ShouldBeEmpty();
        _inbox.Mails.Count().ShouldBe(3);
    }

    [Theory, InlineData(3, 3), InlineData(4, 1)]
    public void More_than_3_held_events_of_a_channel_become_one_message(int events, int messages)
    {
        _inbox.Set(SampleInbox.Everything(_nights));
        MoveToBerlin(23, 0);
        for (var i = 0; i < events; i++)
            _inbox.Arrive();
        MoveToBerlin(30, 59);
        _inbox.Sent.ShouldBeEmpty();
        _inbox.Entries.ShouldAllBe(entry => entry.IsShown && entry.Silent);

        MoveToBerlin(31, 1);

        _inbox.Mails.Count().ShouldBe(messages);
        _inbox.Pushes.Count().ShouldBe(messages);
        _inbox.Mails.Sum(sent => sent.Mail.Numbers.Count + sent.Mail.More).ShouldBe(events);
        _inbox.Sent.Select(sent => sent.At).Distinct().ShouldBe([Berlin(31, 0)]);
    }

    [Fact]
    public void What_was_read_meanwhile_is_dropped()
    {
        _inbox.Set(SampleInbox.Everything(_nights));
        MoveToBerlin(23, 0);
        var (read, unread) = (_inbox.Arrive(), _inbox.Arrive());
        _inbox.Read(read);

        MoveToBerlin(32, 0);

        _inbox.Mails.ShouldHaveSingleItem().Mail.Numbers.ShouldBe([unread]);
        DecisionOf(read, NotificationChannel.Email).ShouldBe((DeliveryOutcome.Dropped, NotificationReason.AlreadyRead));
        DecisionOf(unread, NotificationChannel.Email).ShouldBe((DeliveryOutcome.Delivered, NotificationReason.QuietHours));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void What_is_urgent_comes_through_if_the_person_wants_that(bool isWanted)
    {
        _inbox.Set(SampleInbox.Everything(_nights with { ExceptUrgent = isWanted }));
        MoveToBerlin(23, 0);

        var number = _inbox.Arrive(happened => happened with { Priority = NotificationPriority.High, Sentiment = Sentiment.Negative });

        _inbox.Mails.Any().ShouldBe(isWanted);
        DecisionOf(number, NotificationChannel.Push)
            .ShouldBe(
                isWanted
                    ? (DeliveryOutcome.Delivered, NotificationReason.Urgent)
                    : (DeliveryOutcome.Waiting, NotificationReason.QuietHours)
            );
    }

    [Fact]
    public void A_changed_window_and_a_changed_zone_apply_to_what_is_held()
    {
        _inbox.Set(SampleInbox.Everything(_nights));
        MoveToBerlin(23, 0);
        _inbox.Arrive();

        _inbox.Set(SampleInbox.Everything(_nights with { End = new TimeOnly(5, 0) }));
        ReleaseRules.NextDue(_inbox.State, _inbox.Recipient, _inbox.Now).ShouldBe(Berlin(29, 0));
        _inbox.Recipient = _inbox.Recipient with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] };
        _inbox.MoveTo(_inbox.Now.AddMinutes(61));

        _inbox.Mails.ShouldHaveSingleItem("in Tokyo it is 7 in the morning");
    }

    [Fact]
    public void A_snooze_holds_and_its_end_releases()
    {
        _inbox.Set(SampleInbox.Everything());
        _inbox.Snooze(_inbox.Now.AddHours(1));
        var number = _inbox.Arrive();
        DecisionOf(number, NotificationChannel.Email).ShouldBe((DeliveryOutcome.Waiting, NotificationReason.Snoozed));

        _inbox.Snooze(null);

        _inbox.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_digest_has_what_arrived_before_its_boundary_and_instant_mails_never_come_too()
    {
        _inbox.Set(SampleInbox.Everything(digest: new DigestSettings(DigestMode.Daily)));
        for (var i = 0; i < 60; i++)
        {
            _inbox.Arrive();
            _inbox.MoveTo(_inbox.Now.AddHours(1));
        }

        MoveToBerlin(24 * 4, 0);

        var mails = _inbox.Mails.ToList();
        mails.Select(sent => sent.Mail.Until).ShouldBe([Berlin(32, 0), Berlin(56, 0), Berlin(80, 0)]);
        mails.Select(sent => sent.At).ShouldBe(mails.Select(sent => sent.Mail.Until!.Value));
        mails.SelectMany(sent => sent.Mail.Numbers).ShouldBe(Enumerable.Range(1, 60).Select(number => (long)number));
        mails[1].Mail.From.ShouldBe(mails[0].Mail.Until!.Value);
        _inbox.Pushes.Count().ShouldBe(60, "a digest is an email");
    }

    [Fact]
    public void A_long_digest_lists_50_and_says_how_many_more_there_are()
    {
        _inbox.Set(SampleInbox.Everything(digest: new DigestSettings(DigestMode.Weekly)));
        for (var i = 0; i < 73; i++)
            _inbox.Arrive();

        MoveToBerlin(24 * 8, 0);

        var mail = _inbox.Mails.ShouldHaveSingleItem().Mail;
        (mail.Numbers.Count, mail.More).ShouldBe((50, 23));
        _inbox.Entries.ShouldAllBe(entry => entry.Channels[1].Outcome == DeliveryOutcome.Delivered);
    }

    [Fact]
    public void Quiet_hours_win_over_the_boundary_and_what_comes_after_it_is_for_the_next()
    {
        _inbox.Set(SampleInbox.Everything(_nights with { End = new TimeOnly(9, 0) }, new DigestSettings(DigestMode.Daily)));
        var first = _inbox.Arrive();
        MoveToBerlin(32, 30);
        var second = _inbox.Arrive();
        _inbox.Mails.ShouldBeEmpty();

        MoveToBerlin(34, 0);
        _inbox
            .Mails.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                sent => sent.At.ShouldBe(Berlin(33, 0)),
                sent => sent.Mail.Until.ShouldBe(Berlin(32, 0)),
                sent => sent.Mail.Numbers.ShouldBe([first])
            );

        MoveToBerlin(60, 0);
        _inbox.Mails.Last().Mail.Numbers.ShouldBe([second]);
    }

    [Fact]
    public void Nothing_new_no_digest_and_a_digest_after_an_outage_is_one()
    {
        _inbox.Set(SampleInbox.Everything(digest: new DigestSettings(DigestMode.Hourly)));
        MoveToBerlin(20, 0);
        _inbox.Sent.ShouldBeEmpty();
        _inbox.Arrive();
        _inbox.Now = Berlin(20, 45);
        _inbox.Arrive();
        _inbox.Now = Berlin(21, 45);
        _inbox.Arrive();

        _inbox.Now = Berlin(25, 30);
        _inbox.MoveTo(Berlin(25, 31));

        _inbox.Mails.Sum(sent => sent.Mail.Numbers.Count).ShouldBe(3);
        _inbox.Mails.Select(sent => sent.Mail.MailId).ShouldBeUnique();
    }

    [Fact]
    public void Digests_that_were_chosen_just_now_begin_with_the_next_boundary()
    {
        _inbox.Set(SampleInbox.Everything(_nights with { End = new TimeOnly(9, 0) }));
        MoveToBerlin(23, 0);
        _inbox.Arrive();
        MoveToBerlin(32, 30);

        _inbox.Set(SampleInbox.Everything(digest: new DigestSettings(DigestMode.Daily)));
        _inbox.Mails.ShouldBeEmpty();
        MoveToBerlin(57, 0);

        _inbox.Mails.ShouldHaveSingleItem().At.ShouldBe(Berlin(56, 0));
    }

    [Fact]
    public void Who_left_or_opted_out_meanwhile_gets_nothing()
    {
        _inbox.Set(SampleInbox.Everything(_nights));
        MoveToBerlin(23, 0);
        var number = _inbox.Arrive();
        _inbox.Recipient = _inbox.Recipient with { Memberships = [] };

        MoveToBerlin(32, 0);

        _inbox.Sent.ShouldBeEmpty();
        DecisionOf(number, NotificationChannel.Push).ShouldBe((DeliveryOutcome.Dropped, NotificationReason.NotMember));
    }

    [Fact]
    public void So_much_may_wait_and_no_more()
    {
        _inbox.Set(SampleInbox.Everything(digest: new DigestSettings(DigestMode.Weekly)));
        for (var i = 0; i < ReleaseRules.MaxWaiting + 20; i++)
            _inbox.Arrive();

        _inbox.State.Waiting.Count.ShouldBeInRange(ReleaseRules.MaxWaiting - 1, ReleaseRules.MaxWaiting);
        DecisionOf(1, NotificationChannel.Email).ShouldBe((DeliveryOutcome.Dropped, NotificationReason.Expired));
    }

    private (DeliveryOutcome Outcome, NotificationReason Reason) DecisionOf(long number, NotificationChannel channel)
    {
        var decision = _inbox
            .Explain(_inbox.Entries.Single(entry => entry.Number == number))
            .Channels.Single(known => known.Channel == channel);
        return (decision.Outcome, decision.Reason);
    }

    private void MoveToBerlin(int hour, int minute) => _inbox.MoveTo(Berlin(hour, minute));

    // Hours from Monday, 5 January 2026, 0:00 in Berlin on.
    private static DateTimeOffset Berlin(int hour, int minute) =>
        new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(1)).AddHours(hour).AddMinutes(minute).ToUniversalTime();
}
