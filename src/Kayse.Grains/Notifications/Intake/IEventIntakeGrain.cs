using System.Globalization;

namespace Kayse.Grains.Notifications;

/// <summary>
/// Events of a company that are to be delivered, keyed by <see cref="EventIntakeKeys"/>; called by the company, which
/// has checked who sends them and to whom. Delivers each once to the inbox of its person, whatever happens meanwhile.
/// </summary>
[Alias("kayse.event-intake")]
internal interface IEventIntakeGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes events; what is accepted is on disk when the task completes. An event that was accepted in the last 7 days
    /// is a duplicate.
    /// </summary>
    /// <returns>A result for each, in the order of the events.</returns>
    [Alias("accept")]
    Task<IReadOnlyList<EventResult>> AcceptAsync(IReadOnlyList<NotificationEvent> events);
}

/// <summary>
/// How the events of a company are spread over <see cref="IEventIntakeGrain"/>s: by id, so that one is known where it
/// was accepted. Never to be changed.
/// </summary>
internal static class EventIntakeKeys
{
    private const int Shards = 16;

    public static string Of(string companyId, string eventId) =>
        string.Create(CultureInfo.InvariantCulture, $"{companyId}-{EventFingerprint.OfId(eventId) % Shards:d2}");

    public static string CompanyOf(string key) => key[..key.LastIndexOf('-')];
}
