using Kayse.Grains.Notifications;
using NodaTime;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>What is explained is what was done: over random settings, events, people and clocks (NO-2).</summary>
public sealed class ExplanationTests
{
    private static readonly string[] _zones =
    [
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kolkata",
        "Pacific/Chatham",
    ];

    [Fact]
    public void An_explanation_is_true_of_everything_that_was_delivered_held_or_dropped()
    {
        for (var seed = 0; seed < 300; seed++)
            Check(Live(new Random(seed)), $"seed {seed}");
    }

    [Fact]
    public void A_dry_run_with_the_settings_that_were_set_says_what_was_delivered()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var inbox = new SampleInbox { Now = StartOf(random), Recipient = SampleInbox.RecipientIn(random.GetItems(_zones, 1)[0]) };
            var settings = SettingsOf(random);
            inbox.Set(settings);
            for (var i = 0; i < 30; i++)
            {
                inbox.Arrive(happened => EventOf(random, happened));
                inbox.MoveTo(inbox.Now.AddMinutes(random.Next(1, 600)));
            }

            inbox.MoveTo(inbox.Now.AddDays(9));

            foreach (var entry in inbox.Entries)
            {
                var tried = ExplanationRules
                    .Try(settings, inbox.Recipient, entry)
                    .Channels.Select(decision => (decision.Channel, decision.Outcome));
                tried.ShouldBe(
                    inbox.Explain(entry).Channels.Select(decision => (decision.Channel, decision.Outcome)),
                    customMessage: $"seed {seed}"
                );
            }
        }
    }

    private static SampleInbox Live(Random random)
    {
        var inbox = new SampleInbox { Now = StartOf(random) };
        for (var i = 0; i < 60; i++)
        {
            switch (random.Next(12))
            {
                case 0:
                    inbox.Set(SettingsOf(random));
                    break;
                case 1:
                    inbox.Snooze(random.Next(2) == 0 ? null : inbox.Now.AddMinutes(random.Next(600)));
                    break;
                case 2:
                    inbox.Recipient = RecipientOf(random);
                    break;
                case 3 when inbox.Entries.Count > 0:
                    inbox.Read(inbox.Entries[random.Next(inbox.Entries.Count)].Number);
                    break;
                case 4:
                    inbox.MoveTo(inbox.Now.AddMinutes(random.Next(4_000)));
                    break;
                default:
                    inbox.MoveTo(inbox.Now.AddMinutes(random.Next(30)));
                    inbox.Arrive(happened => EventOf(random, happened));
                    break;
            }
        }

        // The reminder comes for what a change has made due.
        inbox.MoveTo(inbox.Now.AddSeconds(2));
        return inbox;
    }

    private static void Check(SampleInbox inbox, string seed)
    {
        var decisions = inbox
            .Entries.SelectMany(entry => inbox.Explain(entry).Channels.Select(decision => (entry.Number, decision)))
            .ToList();
        IEnumerable<long> Numbers(NotificationChannel channel, DeliveryOutcome outcome) =>
            decisions.Where(pair => pair.decision.Channel == channel && pair.decision.Outcome == outcome).Select(pair => pair.Number);

        var mailed = inbox.Mails.SelectMany(sent => sent.Mail.Numbers).Order().ToList();
        inbox.Mails.ShouldAllBe(sent => sent.Mail.More == 0, seed);
        mailed.ShouldBe(Numbers(NotificationChannel.Email, DeliveryOutcome.Delivered).Order().ToList(), customMessage: seed);
        inbox
            .Pushes.Sum(sent => sent.Note.Count)
            .ShouldBe(Numbers(NotificationChannel.Push, DeliveryOutcome.Delivered).Count(), customMessage: seed);
        inbox
            .Pushes.Select(sent => sent.Note.Number)
            .Except(Numbers(NotificationChannel.Push, DeliveryOutcome.Delivered))
            .ShouldBeEmpty(seed);
        inbox.Sent.Select(sent => sent.Step is SendEmail mail ? mail.MailId : ((SendPush)sent.Step).NoteId).ShouldBeUnique();
        foreach (var channel in new[] { NotificationChannel.Email, NotificationChannel.Push })
            inbox
                .State.Waiting.Where(waiting => waiting.Channel == channel)
                .Select(waiting => waiting.Number)
                .ShouldBe(Numbers(channel, DeliveryOutcome.Waiting).ToList(), customMessage: seed);
        foreach (var (_, decision) in decisions.Where(pair => pair.decision.Outcome == DeliveryOutcome.Waiting))
            decision.At.ShouldBeGreaterThan(inbox.Now, customMessage: seed);
        inbox
            .Entries.Where(entry => entry.IsShown)
            .Select(entry => entry.Number)
            .ShouldBe(Numbers(NotificationChannel.InApp, DeliveryOutcome.Delivered));
    }

    private static DateTimeOffset StartOf(Random random) =>
        new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(300 * 24 * 60));

    private static NotificationSettings SettingsOf(Random random) =>
        new()
        {
            Matrix = Enum.GetValues<NotificationType>()
                .ToDictionary(type => type, _ => new ChannelChoice(random.Next(4) > 0, random.Next(4) > 0, random.Next(4) > 0)),
            Messages = (MessageMode)random.Next(4),
            Filters = new NotificationFilters
            {
                CaseTypes = random.Next(4) == 0 ? ["dog BITE"] : [],
                AssignedOnly = random.Next(6) == 0,
                HighPriorityOnly = random.Next(8) == 0,
                NegativeOnly = random.Next(8) == 0,
            },
            Digest = new DigestSettings((DigestMode)random.Next(4), random.Next(24), (DayOfWeek)random.Next(7)),
            QuietHours = new QuietHours(
                random.Next(2) == 0,
                new TimeOnly(random.Next(24), random.Next(30)),
                new TimeOnly(random.Next(24), random.Next(30, 60)),
                [.. Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0).Append(DayOfWeek.Monday).Distinct()],
                random.Next(2) == 0
            ),
        };

    private static Recipient RecipientOf(Random random)
    {
        var recipient = SampleInbox.RecipientIn(random.GetItems(_zones, 1)[0]);
        return recipient with
        {
            Memberships = random.Next(5) == 0 ? [] : recipient.Memberships,
            EmailVerified = random.Next(6) > 0,
            WantsEmail = random.Next(6) > 0,
            HasDevice = random.Next(4) > 0,
        };
    }

    private static NotificationEvent EventOf(Random random, NotificationEvent happened) =>
        happened with
        {
            Type = (NotificationType)random.Next(11),
            CaseType = random.GetItems<string?>([null, "Dog bite", "Will"], 1)[0],
            AgentId = random.GetItems<string?>([null, null, "agent-1", "agent-2"], 1)[0],
            AssigneeId = random.Next(2) == 0 ? SampleInbox.UserId : null,
            Priority = (NotificationPriority)random.Next(3),
            Sentiment = (Sentiment)random.Next(3),
            Mentions = random.Next(2) == 0 ? [SampleInbox.UserId] : [],
        };
}
