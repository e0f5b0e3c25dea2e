using Orleans.Concurrency;

namespace Kayse.Grains.Audit;

/// <summary>
/// What is told of new events of a company, keyed by company id. One-way all of it, as nobody waits for who is above
/// them, and it decides nothing: who follows the events looks into the log for the truth.
/// </summary>
[Alias("kayse.event-news")]
internal interface IEventNewsGrain : IGrainWithStringKey
{
    /// <summary>There are new events. A hint that may get lost: who follows them also looks each minute.</summary>
    [OneWay, AlwaysInterleave, Alias("events-added")]
    Task EventsAddedAsync();
}
