using Orleans.Concurrency;

namespace Kayse.Grains.Notifications;

/// <summary>
/// Told that a person's notifications have changed, in whatever process it is. Only a hint: it may come twice, late or
/// never; what has changed is in the feed.
/// </summary>
[Alias("kayse.notification-observer")]
public interface INotificationObserver : IGrainObserver
{
    /// <summary>The feeds of this person have changed.</summary>
    /// <param name="userId">The person.</param>
    /// <param name="companyId">Whose feed it is.</param>
    /// <param name="sequence">Where the feed stands now.</param>
    [OneWay, Alias("feed-changed")]
    Task FeedChangedAsync(string userId, string companyId, long sequence);
}

/// <summary>How long an observer is told of changes.</summary>
public static class NotificationHints
{
    /// <summary>After so long without <see cref="INotificationInboxGrain.SubscribeAsync"/> it is told no more.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(150);

    /// <summary>How often to renew: what a lost hint was about is found after so long at the latest.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(60);
}
