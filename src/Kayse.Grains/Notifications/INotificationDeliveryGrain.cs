namespace Kayse.Grains.Notifications;

/// <summary>
/// Delivers events to a person's inbox, keyed by user id; the same activation as <see cref="INotificationInboxGrain"/>.
/// </summary>
[Alias("kayse.notification-delivery")]
internal interface INotificationDeliveryGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes events in the order of their sequence; on disk when the task completes, with what was decided of each.
    /// Repeated ones are known by their sequence, so whoever delivers begins none before all earlier ones are taken.
    /// </summary>
    /// <param name="companyId">The company that they come from.</param>
    /// <param name="source">Who delivers; every source counts for itself.</param>
    /// <param name="events">At least one.</param>
    [Alias("deliver")]
    Task DeliverAsync(string companyId, string source, IReadOnlyList<SequencedEvent> events);
}

/// <summary>An event with its place among those of its source.</summary>
[GenerateSerializer, Immutable, Alias("kayse.sequenced-event")]
internal sealed record SequencedEvent([property: Id(0)] long Sequence, [property: Id(1)] NotificationEvent Event);
