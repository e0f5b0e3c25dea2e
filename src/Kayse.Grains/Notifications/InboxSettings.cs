using Kayse.Grains.Errors;
using NodaTime;

namespace Kayse.Grains.Notifications;

/// <summary>What a person wants to be notified of and when.</summary>
internal sealed class InboxSettings(InboxContext inbox, InboxEntries entries, InboxWork work)
{
    private const int SnoozedUntilHour = 8;

    public async Task<NotificationSettingsView> GetAsync() => ViewFor(await inbox.ReadRecipientAsync());

    public async Task<NotificationSettingsView> SetAsync(SetNotificationSettings command)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, inbox.State.SettingsVersion);
        var settings = NotificationSettingsRules.Check(command.Settings);
        var recipient = await inbox.ReadRecipientAsync();
        await work.SaveAsync(
            inbox.State with
            {
                Settings = settings,
                SettingsVersion = inbox.State.SettingsVersion + 1,
                // A digest that was chosen just now doesn't come for a boundary that has passed.
                DigestedUntil = settings.Digest == inbox.State.Settings.Digest ? inbox.State.DigestedUntil : inbox.Now,
            },
            recipient
        );
        return ViewFor(recipient);
    }

    public async Task<NotificationSettingsView> SnoozeAsync(Snooze snooze)
    {
        var recipient = await inbox.ReadRecipientAsync();
        DateTimeOffset? until = snooze switch
        {
            Snooze.OneHour => inbox.Now + TimeSpan.FromHours(1),
            Snooze.UntilTomorrow => WallClock.InstantOf(
                WallClock.DateOf(inbox.Now, recipient.Zone).PlusDays(1) + new LocalTime(SnoozedUntilHour, 0),
                recipient.Zone
            ),
            _ => null,
        };
        await work.SaveAsync(inbox.State with { SnoozedUntil = until }, recipient);
        return ViewFor(recipient);
    }

    public async Task<DigestPreview> PreviewDigestAsync(string companyId)
    {
        var recipient = await inbox.ReadRecipientAsync();
        var numbers = WaitingForDigest(recipient)
            .Where(pair => pair.Waiting.CompanyId == companyId)
            .Select(pair => pair.Waiting.Number)
            .ToHashSet();
        var unread =
            numbers.Count == 0 ? [] : (await entries.FindAsync(numbers)).Where(entry => !entry.IsShown || entry.IsUnread).ToList();
        return new DigestPreview(
            NextDigestFor(recipient),
            [.. unread.Take(ReleaseRules.MaxLines).Select(FeedRules.ViewOf)],
            Math.Max(0, unread.Count - ReleaseRules.MaxLines)
        );
    }

    private NotificationSettingsView ViewFor(Recipient recipient) =>
        new(
            inbox.State.Settings,
            inbox.State.SettingsVersion,
            NotificationSettingsRules.Cells(inbox.State.Settings, recipient),
            recipient.Zone.Id
        )
        {
            SnoozedUntil = inbox.State.SnoozedUntil is { } until && until > inbox.Now ? until : null,
            QuietUntil = DueRules.QuietUntil(inbox.State, recipient.Zone, inbox.Now),
            NextDigestAt = NextDigestFor(recipient),
            WaitingForDigest = WaitingForDigest(recipient).Count,
        };

    private DateTimeOffset? NextDigestFor(Recipient recipient) =>
        WaitingForDigest(recipient) is { Count: > 0 } waiting
            ? waiting.Min(pair => pair.Due.At)
            : DueRules.NextDigest(inbox.State, recipient.Zone, inbox.Now);

    private IReadOnlyList<(WaitingDelivery Waiting, DueTime Due)> WaitingForDigest(Recipient recipient) =>
        [
            .. inbox
                .State.Waiting.Select(waiting => (waiting, Due: DueRules.Of(inbox.State, recipient.Zone, waiting, inbox.Now)))
                .Where(pair => pair.Due.Boundary is not null),
        ];
}
