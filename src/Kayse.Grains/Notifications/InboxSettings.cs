using Kayse.Grains.Errors;

namespace Kayse.Grains.Notifications;

/// <summary>What a person wants to be notified of, and why they were or were not.</summary>
internal sealed class InboxSettings(InboxContext inbox, InboxEntries entries)
{
    public async Task<NotificationSettingsView> GetAsync(string companyId) => ViewFor(await inbox.ReadRecipientAsync());

    public async Task<NotificationSettingsView> SetAsync(string companyId, SetNotificationSettings command)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, inbox.State.SettingsVersion);
        await inbox.SaveAsync(
            inbox.State with
            {
                Settings = NotificationSettingsRules.Check(command.Settings),
                SettingsVersion = inbox.State.SettingsVersion + 1,
            }
        );
        return await GetAsync(companyId);
    }

    public Task<NotificationSettingsView> SnoozeAsync(string companyId, Snooze snooze) => GetAsync(companyId);

    public async Task<NotificationExplanation> ExplainAsync(string companyId, string eventId) =>
        (await entries.AllAsync()).LastOrDefault(entry => entry.CompanyId == companyId && entry.Event.Id == eventId) is { } found
            ? Explain(found)
            : throw new RefusedException(GeneralErrors.NotFound);

    public Task<NotificationDryRun> TryAsync(string companyId, NotificationSettings settings) =>
        Task.FromResult(new NotificationDryRun(inbox.Now, [], new Dictionary<NotificationChannel, int>(), 0));

    public async Task<DigestPreview> PreviewDigestAsync(string companyId)
    {
        var unread = FeedRules.FeedOf(await entries.AllAsync(), companyId, inbox.Now).Where(entry => entry.IsUnread).ToList();
        return new DigestPreview(null, [.. unread.Take(50).Select(FeedRules.ViewOf)], Math.Max(0, unread.Count - 50));
    }

    private static NotificationExplanation Explain(InboxEntry entry) =>
        new(entry.Event.Id, entry.Event.Type, entry.At, entry.Event.Title.Length == 0 ? null : entry.Event.Title, entry.Channels);

    private NotificationSettingsView ViewFor(Recipient recipient) =>
        new(
            inbox.State.Settings,
            inbox.State.SettingsVersion,
            NotificationSettingsRules.Cells(inbox.State.Settings, recipient),
            recipient.Zone.Id
        );
}
