using Kayse.Grains.Lists;

namespace Kayse.Grains.Notifications;

/// <summary>
/// A person's notifications (NO-3), keyed by user id. A feed is that of one company, which every method names: what
/// happens in one company is not shown in another. It has the latest 500 of the retention period.
/// </summary>
[Alias("kayse.notification-inbox")]
public interface INotificationInboxGrain : IGrainWithStringKey
{
    /// <summary>A page of the feed, latest first, without archived ones. Refuses a cursor that is none.</summary>
    /// <param name="companyId">Whose feed.</param>
    /// <param name="unread">True for unread ones only, false for read ones, null for both.</param>
    /// <param name="page">Which part.</param>
    [Alias("list")]
    Task<NotificationPage> ListAsync(string companyId, bool? unread, PageRequest page);

    /// <summary>Where the feed stands: for the bell, and for who polls.</summary>
    [Alias("get-head")]
    Task<NotificationHead> GetHeadAsync(string companyId);

    /// <summary>
    /// What has changed since a sequence: new ones, ones that were read, ones that were archived. When that is more than
    /// the limit, or the sequence is none of this feed, there are no items but <see cref="NotificationChanges.Resync"/>.
    /// </summary>
    [Alias("read-changes")]
    Task<NotificationChanges> ReadChangesAsync(string companyId, long after, int limit);

    /// <summary>Marks one as read. May be repeated. Refuses <c>not_found</c>.</summary>
    [Alias("mark-read")]
    Task<NotificationView> MarkReadAsync(string companyId, string id);

    /// <summary>
    /// Marks as read what arrived until <paramref name="before"/>, that instant included, so that what arrives later
    /// stays unread; null: everything. May be repeated.
    /// </summary>
    [Alias("mark-all-read")]
    Task<NotificationHead> MarkAllReadAsync(string companyId, DateTimeOffset? before);

    /// <summary>Takes one off the list; it counts as read. May be repeated. Refuses <c>not_found</c>.</summary>
    [Alias("archive")]
    Task<NotificationView> ArchiveAsync(string companyId, string id);

    /// <summary>
    /// Has an observer told of changes for <see cref="NotificationHints.Lease"/>, and says where the feed stands; to be
    /// called again every <see cref="NotificationHints.RenewEvery"/>. A hint may get lost, so whoever renews compares the
    /// sequence with what they know, and reads what they missed.
    /// </summary>
    [Alias("subscribe")]
    Task<NotificationHead> SubscribeAsync(string companyId, INotificationObserver observer);

    /// <summary>Ends that. May be repeated.</summary>
    [Alias("unsubscribe")]
    Task UnsubscribeAsync(INotificationObserver observer);

    /// <summary>Forgets the person: feed, settings, what waits. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}
