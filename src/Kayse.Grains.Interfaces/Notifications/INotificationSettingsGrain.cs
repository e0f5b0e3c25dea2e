namespace Kayse.Grains.Notifications;

/// <summary>
/// What a person wants to be notified of (NO-2, NO-4, NO-5), keyed by user id; the same activation as
/// <see cref="INotificationInboxGrain"/>. The settings hold for all of their companies. They are applied when something
/// is delivered: whatever waits then follows the settings of that moment.
/// </summary>
[Alias("kayse.notification-settings-grain")]
public interface INotificationSettingsGrain : IGrainWithStringKey
{
    /// <summary>The settings, and what comes of them now.</summary>
    [Alias("get-settings")]
    Task<NotificationSettingsView> GetSettingsAsync(string companyId);

    /// <summary>
    /// Replaces the settings; what waits is due anew by them. Refuses <c>version_conflict</c>, and bad fields by the
    /// names of the HTTP API, such as <c>quietHours.end</c>.
    /// </summary>
    [Alias("set-settings")]
    Task<NotificationSettingsView> SetSettingsAsync(string companyId, SetNotificationSettings command);

    /// <summary>Has email and push wait for a while, or no longer. May be repeated.</summary>
    [Alias("snooze")]
    Task<NotificationSettingsView> SnoozeAsync(string companyId, Snooze snooze);

    /// <summary>
    /// Why the person did or did not get an event. Refuses <c>not_found</c> for one that never reached their inbox, or
    /// that is too long ago.
    /// </summary>
    [Alias("explain")]
    Task<NotificationExplanation> ExplainAsync(string companyId, string eventId);

    /// <summary>What the person would have received in the last 7 days with other settings. Refuses bad fields.</summary>
    [Alias("try-settings")]
    Task<NotificationDryRun> TryAsync(string companyId, NotificationSettings settings);

    /// <summary>What the next digest would say if it came now.</summary>
    [Alias("preview-digest")]
    Task<DigestPreview> PreviewDigestAsync(string companyId);
}
