using Kayse.Grains.State;

namespace Kayse.Grains.Notifications;

/// <summary>Where the lists of an <see cref="IEventIntakeGrain"/> begin.</summary>
[NoPersonalData("Where the lists of events begin.")]
internal sealed record EventIntakeState
{
    /// <summary>The first segment with events that are still to be delivered.</summary>
    public int FirstPending { get; init; }

    /// <summary>The first segment of ids that are still remembered.</summary>
    public int FirstIds { get; init; }
}

/// <summary>Accepted events in the order in which they came.</summary>
[NoPersonalData("Events that reach the inbox within moments, which is exported.")]
internal sealed class PendingEvents
{
    public List<SequencedEvent> Events { get; set; } = [];
}

/// <summary>Fingerprints of events of one day that were delivered.</summary>
[NoPersonalData("Fingerprints of events of a day.")]
internal sealed class DeliveredEvents
{
    /// <summary>The day in UTC, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day { get; set; }

    /// <summary>8 bytes of an id and 4 of the content, one after the other.</summary>
    public byte[] Fingerprints { get; set; } = [];
}
