using Orleans.Concurrency;

namespace Kayse.Grains.Notifications;

/// <summary>
/// What an inbox is told from below, keyed by user id. One-way all of it, as nobody waits for who is above them, and it
/// decides nothing.
/// </summary>
[Alias("kayse.notification-news")]
internal interface INotificationNewsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The person's time zone may be another: what waits may be due earlier. A hint that may get lost, since what waits
    /// is looked at every hour.
    /// </summary>
    [OneWay, Alias("reconsider")]
    Task ReconsiderAsync();
}
