using Kayse.Grains.State;

namespace Kayse.Grains.Webhooks;

[NoPersonalData("Ids of the company's webhooks.")]
internal sealed record CompanyWebhooksState
{
    /// <summary>In the order in which they were created.</summary>
    public IReadOnlyList<HeldWebhook> Webhooks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<CompanyWebhookStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    public HeldWebhook? Find(string webhookId) => Webhooks.FirstOrDefault(webhook => webhook.Id == webhookId);

    /// <summary>The state with a webhook that is new or changed.</summary>
    public CompanyWebhooksState With(HeldWebhook held, params IEnumerable<CompanyWebhookStep> steps) =>
        this with
        {
            Webhooks = Find(held.Id) is null ? [.. Webhooks, held] : [.. Webhooks.Select(one => one.Id == held.Id ? held : one)],
            Pending = Pending.With(steps),
        };

    /// <summary>The state without a webhook.</summary>
    public CompanyWebhooksState Without(string webhookId, params IEnumerable<CompanyWebhookStep> steps) =>
        this with
        {
            Webhooks = [.. Webhooks.Where(one => one.Id != webhookId)],
            Pending = Pending.With(steps),
        };
}

/// <summary>A webhook of a company.</summary>
/// <param name="Id">The webhook's.</param>
/// <param name="WantsBusinessHours">Whether it is for when the company opens and closes.</param>
internal sealed record HeldWebhook(string Id, bool WantsBusinessHours);
