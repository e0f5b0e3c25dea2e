using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Orleans.Concurrency;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// One webhook, keyed by its id: its settings, its place in the company's events, and what waits to be sent. Called by
/// <see cref="ICompanyWebhooksGrain"/> only, which decides who may.
/// </summary>
[Alias("kayse.webhook-endpoint")]
internal interface IWebhookEndpointGrain : IGrainWithStringKey
{
    /// <summary>Begins to send; on disk when the task completes. May be repeated: only the first counts.</summary>
    [Alias("start")]
    Task StartAsync(StartWebhook command);

    /// <summary>The webhook; null when there is none.</summary>
    [Alias("get")]
    Task<WebhookView?> GetAsync();

    /// <summary>Changes settings that were checked. Refuses <c>not_found</c> and <c>version_conflict</c>.</summary>
    [Alias("update")]
    Task<WebhookView> UpdateAsync(UpdateWebhook command, AuditOrigin by);

    /// <summary>Takes another secret; the one before is used too for 24 hours. Refuses <c>not_found</c>.</summary>
    /// <param name="secret">Encrypted.</param>
    /// <param name="by">Who asked for it.</param>
    [Alias("rotate-secret")]
    Task<WebhookView> RotateSecretAsync(byte[] secret, AuditOrigin by);

    /// <summary>As <see cref="ICompanyWebhooksGrain.SendTestEventAsync"/>.</summary>
    [Alias("send-test")]
    Task<WebhookDeliveryView> SendTestEventAsync();

    /// <summary>As <see cref="ICompanyWebhooksGrain.ReplayAsync"/>.</summary>
    [Alias("replay")]
    Task ReplayAsync(ReplayRange range, AuditOrigin by);

    /// <summary>As <see cref="ICompanyWebhooksGrain.ListDeliveriesAsync"/>.</summary>
    [Alias("list-deliveries")]
    Task<Page<WebhookDeliveryView>> ListDeliveriesAsync(PageRequest page);

    /// <summary>Forgets everything. May be repeated.</summary>
    [Alias("remove")]
    Task RemoveAsync();

    /// <summary>There are new events; a hint that may get lost.</summary>
    [OneWay, Alias("events-added")]
    Task EventsAddedAsync();
}
