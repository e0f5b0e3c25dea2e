using Kayse.Grains.ApiKeys;
using Kayse.Grains.Tokens;
using Kayse.Grains.Webhooks;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Webhooks;

/// <summary>Addresses that a company's events are sent to (EN-4).</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this RouteGroupBuilder api)
    {
        var webhooks = api.MapGroup("/companies/{company}/webhooks").WithTags("Webhooks").Refuses("forbidden", "not_found");
        // An address may hold a secret of the receiver's.
        webhooks.MapGet("", ListWebhooksAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        webhooks
            .MapPost("", CreateWebhookAsync)
            .Allows(Who.Admins, limit: RateLimitKind.WebhooksPerUser, stepUp: StepUpNeeded.OfEverybody);
        webhooks.MapGet("/{id}", GetWebhookAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        webhooks.MapPatch("/{id}", UpdateWebhookAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        webhooks.MapDelete("/{id}", DeleteWebhookAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        webhooks
            .MapPost("/{id}/test", SendTestEventAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Admin, limit: RateLimitKind.WebhooksPerUser);
        webhooks
            .MapPost("/{id}/rotate-secret", RotateSecretAsync)
            .Allows(Who.Admins, limit: RateLimitKind.WebhooksPerUser, stepUp: StepUpNeeded.OfEverybody);
        webhooks
            .MapPost("/{id}/replay", ReplayAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Admin, limit: RateLimitKind.WebhooksPerUser);
        webhooks.MapGet("/{id}/deliveries", ListDeliveriesAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
    }

    /// <summary>List webhooks</summary>
    /// <remarks>In the order in which they were created, on one page; at most 20.</remarks>
    public static async Task<Ok<ListResponse<WebhookResponse>>> ListWebhooksAsync(string company, Caller caller, IGrainFactory grains)
    {
        var webhooks = await Of(company, caller, grains).ListWebhooksAsync(caller.Actor);
        return TypedResults.Ok(
            new ListResponse<WebhookResponse>([.. webhooks.Select(WebhookResponse.Of)], NextCursor: null, webhooks.Count)
        );
    }

    /// <summary>Create a webhook</summary>
    /// <remarks>
    /// Events of the feed are sent to it as <c>POST</c> by the conventions of Standard Webhooks: verify
    /// <c>webhook-signature</c> with the secret, and know events that you have had by <c>webhook-id</c>. Each arrives at
    /// least once, not always in order: <c>sequence</c> says where it belongs. Bodies hold ids, not personal data.
    ///
    /// Answer 2xx within 15 seconds; anything else is tried again, eight times within some 28 hours. 410 disables the
    /// webhook, and so do five days of failure. The secret is returned only once.
    /// </remarks>
    // No Idempotency-Key: the kept answer would hold the secret.
    [Produces<WebhookResponse>(StatusCodes.Status201Created)]
    [Refuses("validation_failed", "webhook_limit_reached")]
    public static async Task<Created<WebhookResponse>> CreateWebhookAsync(
        string company,
        Body<CreateWebhookRequest> body,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var companyId = caller.CompanyId(company);
        var issued = await Of(companyId, caller, grains).CreateWebhookAsync(caller.Actor, body.Value.ToCommand(EntityId.New(clock)));
        return TypedResults.Created($"{ApiRoutes.Base}/companies/{companyId}/webhooks/{issued.View.Id}", WebhookResponse.Of(issued));
    }

    /// <summary>Get a webhook</summary>
    public static async Task<Versioned<WebhookResponse>> GetWebhookAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains
    ) => Show(await Of(company, caller, grains).GetWebhookAsync(caller.Actor, id));

    /// <summary>Update a webhook</summary>
    /// <remarks>
    /// Changes where events go or which, disables the webhook, or enables it again: events go on where they stopped.
    /// </remarks>
    [Refuses("validation_failed", "step_up_required")]
    public static async Task<Versioned<WebhookResponse>> UpdateWebhookAsync(
        string company,
        RouteId id,
        Body<UpdateWebhookRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) => Show(await Of(company, caller, grains).UpdateWebhookAsync(caller.Actor, id, body.Value.ToCommand(match.Version)));

    /// <summary>Delete a webhook</summary>
    /// <remarks>What waits for it is not sent.</remarks>
    public static async Task<NoContent> DeleteWebhookAsync(string company, RouteId id, Caller caller, IGrainFactory grains)
    {
        await Of(company, caller, grains).DeleteWebhookAsync(caller.Actor, id);
        return TypedResults.NoContent();
    }

    /// <summary>Send a test event</summary>
    /// <remarks>Sends <c>webhook.test</c> now, once, also to a disabled webhook; the answer says how that went.</remarks>
    public static async Task<Ok<WebhookDeliveryResponse>> SendTestEventAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(WebhookDeliveryResponse.Of(await Of(company, caller, grains).SendTestEventAsync(caller.Actor, id)));

    /// <summary>Rotate the secret of a webhook</summary>
    /// <remarks>For 24 hours events are signed with both secrets. The new one is returned only once.</remarks>
    public static async Task<Ok<WebhookResponse>> RotateSecretAsync(string company, RouteId id, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(WebhookResponse.Of(await Of(company, caller, grains).RotateSecretAsync(caller.Actor, id)));

    /// <summary>Send events again</summary>
    /// <remarks>
    /// One event, or all of a range that the webhook is for, with the same <c>webhook-id</c> as before. Events older than
    /// the retention period of the audit log are gone.
    /// </remarks>
    [Refuses("validation_failed", "webhook_disabled", "webhook_replay_running")]
    public static async Task<Accepted> ReplayAsync(
        string company,
        RouteId id,
        Body<ReplayRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await Of(company, caller, grains).ReplayAsync(caller.Actor, id, body.Value.ToRange());
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>List the deliveries of a webhook</summary>
    /// <remarks>
    /// Newest first: those that wait, and the latest that don't, up to 100 attempts of the last 30 days.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<WebhookDeliveryResponse>>> ListDeliveriesAsync(
        string company,
        RouteId id,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await Of(company, caller, grains).ListDeliveriesAsync(caller.Actor, id, page.ToRequest()),
                WebhookDeliveryResponse.Of
            )
        );

    private static ICompanyWebhooksGrain Of(string company, Caller caller, IGrainFactory grains) =>
        caller.Company<ICompanyWebhooksGrain>(grains, company);

    private static Versioned<WebhookResponse> Show(WebhookView webhook) => Versioned.Ok(WebhookResponse.Of(webhook), webhook.Version);
}
