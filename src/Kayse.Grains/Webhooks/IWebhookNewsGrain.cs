using Orleans.Concurrency;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// What webhooks are told from below, keyed by company id. One-way all of it, as nobody waits for who is above them, and
/// it decides nothing: each webhook looks into the company's events for the truth.
/// </summary>
[Alias("kayse.webhook-news")]
internal interface IWebhookNewsGrain : IGrainWithStringKey
{
    /// <summary>There are new events. A hint that may get lost: every webhook also looks each minute.</summary>
    [OneWay, AlwaysInterleave, Alias("events-added")]
    Task EventsAddedAsync();
}
