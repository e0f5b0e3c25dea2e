using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Users;
using NodaTime;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>An inbox by its rules alone: what its grain would store and send, on a clock that a test moves.</summary>
internal sealed class SampleInbox
{
    public const string UserId = "ben";
    public const string CompanyId = "firm";
    private const int MostRecent = 8;
    private readonly List<InboxEntry> _older = [];
    private int _events;

    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public InboxState State { get; private set; } = new();

    public Recipient Recipient { get; set; } = RecipientIn("Europe/Berlin");

    /// <summary>What was sent, and when.</summary>
    public List<(InboxStep Step, DateTimeOffset At)> Sent { get; } = [];

    public IEnumerable<(SendEmail Mail, DateTimeOffset At)> Mails =>
        Sent.Where(sent => sent.Step is SendEmail).Select(sent => ((SendEmail)sent.Step, sent.At));

    public IEnumerable<(SendPush Note, DateTimeOffset At)> Pushes =>
        Sent.Where(sent => sent.Step is SendPush).Select(sent => ((SendPush)sent.Step, sent.At));

    public IReadOnlyList<InboxEntry> Entries => [.. _older, .. State.Recent];

    public static Recipient RecipientIn(string zone) =>
        new(UserId)
        {
            Memberships =
            [
                new Membership(CompanyId, "Firm", 1, Role.User, [], ["Dog bite"], MemberStatus.Active) { AgentIds = ["agent-1"] },
            ],
            Email = "ben@firm.example",
            FullName = "Ben",
            EmailVerified = true,
            WantsEmail = true,
            HasDevice = true,
            Zone = DateTimeZoneProviders.Tzdb[zone],
        };

    /// <summary>Everything on every channel.</summary>
    public static NotificationSettings Everything(QuietHours? quiet = null, DigestSettings? digest = null) =>
        new()
        {
            Matrix = Enum.GetValues<NotificationType>().ToDictionary(type => type, _ => new ChannelChoice(true, true, true)),
            QuietHours = quiet ?? QuietHours.Off,
            Digest = digest ?? DigestSettings.Off,
        };

    public static NotificationEvent EventOf(int number) => new($"e{number}", UserId, NotificationType.TaskDue, $"Task {number}");

    /// <summary>An event arrives; its number.</summary>
    public long Arrive(Func<NotificationEvent, NotificationEvent>? change = null)
    {
        MakeRoom();
        var happened = EventOf(++_events);
        Save(ArrivalRules.Add(State, Recipient, CompanyId, change is null ? happened : change(happened), Now));
        return State.LastNumber;
    }

    public void Set(NotificationSettings settings) =>
        Save(State with { Settings = settings, DigestedUntil = settings.Digest == State.Settings.Digest ? State.DigestedUntil : Now });

    public void Snooze(DateTimeOffset? until) => Save(State with { SnoozedUntil = until });

    public void Read(long number) => Change(number, entry => entry with { ReadAt = Now });

    /// <summary>The clock moves to a time, and the reminder comes when something is due, and every hour.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        while (Now < time)
        {
            var due = ReleaseRules.NextDue(State, Recipient, Now) ?? time;
            Now = new[] { time, Now + TimeSpan.FromHours(1), due > Now ? due : Now + TimeSpan.FromSeconds(1) }.Min();
            Save(State);
        }
    }

    public NotificationExplanation Explain(InboxEntry entry) => ExplanationRules.Explain(State, Recipient.Zone, entry, Now);

    private void Save(InboxState next)
    {
        State = ReleaseRules.Release(
            next,
            Recipient,
            Entries.Concat(next.Recent).DistinctBy(entry => entry.Number).ToDictionary(entry => entry.Number),
            Now
        );
        var steps = State.Pending;
        State = State with { Pending = [] };
        foreach (var step in steps)
        {
            if (step is RecordOutcome outcome)
            {
                foreach (var number in outcome.Numbers)
                    Change(number, entry => entry.With(outcome.Decision));
            }
            else
            {
                Sent.Add((step, Now));
            }
        }
    }

    private void Change(long number, Func<InboxEntry, InboxEntry> change)
    {
        var at = _older.FindIndex(entry => entry.Number == number);
        if (at >= 0)
            _older[at] = change(_older[at]);
        else
            State = State with { Recent = [.. State.Recent.Select(entry => entry.Number == number ? change(entry) : entry)] };
    }

    private void MakeRoom()
    {
        if (State.Recent.Count < MostRecent)
            return;
        _older.AddRange(State.Recent);
        State = State with { Recent = [] };
    }
}
