using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications;

/// <summary>What became of events.</summary>
/// <param name="Results">One for each event, in their order.</param>
internal sealed record PublishEventsResponse(IReadOnlyList<EventResultResponse> Results);

/// <summary>What became of an event.</summary>
/// <param name="Id">The event's.</param>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Reason">Why it was refused; null when it wasn't.</param>
internal sealed record EventResultResponse(string Id, EventOutcome Outcome, string? Reason)
{
    public static EventResultResponse Of(EventResult result) => new(result.Id, result.Outcome, result.Reason);
}
