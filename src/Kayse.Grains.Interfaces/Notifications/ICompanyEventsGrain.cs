using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Notifications;

/// <summary>Takes events of which members of a company are to be notified (NO-1), keyed by company id.</summary>
[Alias("kayse.company-event-intake")]
public interface ICompanyEventsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Accepts up to 200 events; for Admins and above, and their keys. Those that are accepted are on disk when the task
    /// completes, and are each delivered once. Whatever is wrong with one is in its result and doesn't affect the
    /// others. May be repeated: what was accepted is then a duplicate.
    /// </summary>
    /// <returns>A result for each, in the order of the events.</returns>
    [Alias("publish-events"), AlwaysInterleave]
    Task<IReadOnlyList<EventResult>> PublishEventsAsync(Actor actor, IReadOnlyList<NotificationEvent> events);
}
