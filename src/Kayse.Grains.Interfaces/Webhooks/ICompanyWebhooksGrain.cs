using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// The webhooks of a company (EN-4), keyed by company id: addresses that the events of the company are sent to, each
/// event at least once. All of it is for Admins and above; what reveals a secret or says where events go needs step-up.
/// </summary>
[Alias("kayse.company-webhooks")]
public interface ICompanyWebhooksGrain : IGrainWithStringKey
{
    /// <summary>All of them, in the order in which they were created.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<IReadOnlyList<WebhookView>> ListWebhooksAsync(Actor actor);

    /// <summary>One webhook; refuses <c>not_found</c>.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<WebhookView> GetWebhookAsync(Actor actor, string webhookId);

    /// <summary>
    /// Creates a webhook. Repeated with the same id it answers the same webhook with another secret. Refuses bad fields and
    /// <c>webhook_limit_reached</c>.
    /// </summary>
    [Alias("create")]
    Task<IssuedWebhook> CreateWebhookAsync(Actor actor, CreateWebhook command);

    /// <summary>
    /// Changes a webhook, disables it, or enables it again; what waits is then sent from where it stopped. Refuses bad
    /// fields, <c>not_found</c> and <c>version_conflict</c>. A change of the address needs step-up.
    /// </summary>
    [Alias("update")]
    Task<WebhookView> UpdateWebhookAsync(Actor actor, string webhookId, UpdateWebhook command);

    /// <summary>Deletes a webhook with what waits for it. Refuses <c>not_found</c>, also when it is repeated.</summary>
    [Alias("delete")]
    Task DeleteWebhookAsync(Actor actor, string webhookId);

    /// <summary>
    /// Sends a test event now, once, also to a webhook that is disabled; answers how that went. Refuses
    /// <c>not_found</c>.
    /// </summary>
    [Alias("send-test"), AlwaysInterleave]
    Task<WebhookDeliveryView> SendTestEventAsync(Actor actor, string webhookId);

    /// <summary>
    /// Gives a webhook another secret. For 24 hours events are signed with the one before as well. Refuses
    /// <c>not_found</c>.
    /// </summary>
    [Alias("rotate-secret")]
    Task<IssuedWebhook> RotateSecretAsync(Actor actor, string webhookId);

    /// <summary>
    /// Sends the events of a range again, those that the webhook is for. Refuses <c>not_found</c>, a range without
    /// events, <c>webhook_disabled</c>, and <c>webhook_replay_running</c> until the last one is done.
    /// </summary>
    [Alias("replay")]
    Task ReplayAsync(Actor actor, string webhookId, ReplayRange range);

    /// <summary>The deliveries that wait, and the latest that don't, latest first. Refuses <c>not_found</c>.</summary>
    [Alias("list-deliveries"), AlwaysInterleave]
    Task<Page<WebhookDeliveryView>> ListDeliveriesAsync(Actor actor, string webhookId, PageRequest page);
}
