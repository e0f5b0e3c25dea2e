using Kayse.Grains.Audit;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.State;

namespace Kayse.Grains.Webhooks;

/// <summary>Executes what follows from changes of a company's webhooks.</summary>
/// <param name="companyId">The company's id.</param>
/// <param name="storage">Its webhooks.</param>
/// <param name="grains">For calls to the grains below.</param>
internal sealed class CompanyWebhookSteps(string companyId, IPersistentState<CompanyWebhooksState> storage, IGrainFactory grains)
{
    private const string Subscriber = "webhooks";

    private IAuditLogGrain Log => grains.GetGrain<IAuditLogGrain>(companyId);

    public async Task<StepResult> ExecuteAsync(CompanyWebhookStep step)
    {
        switch (step)
        {
            case BeginWebhook begin:
                await grains.GetGrain<IWebhookEndpointGrain>(begin.WebhookId).StartAsync(begin.Command);
                break;
            case RemoveWebhook remove:
                await Log.AppendAsync([remove.Deleted]);
                await grains.GetGrain<IWebhookEndpointGrain>(remove.WebhookId).RemoveAsync();
                break;
            case SyncEvents sync:
                await SyncAsync(sync.By);
                break;
        }

        return StepResult.Done;
    }

    private async Task SyncAsync(AuditOrigin by)
    {
        await Log.AnnounceEventsAsync(storage.State.Webhooks.Count > 0);
        var hours = grains.GetGrain<IBusinessHoursGrain>(companyId);
        if (storage.State.Webhooks.Any(webhook => webhook.WantsBusinessHours))
            await hours.SubscribeAsync(Subscriber, by);
        else
            await hours.UnsubscribeAsync(Subscriber, by);
    }
}
